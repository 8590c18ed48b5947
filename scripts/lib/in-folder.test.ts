import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { jest } from '@jest/globals';
import { Failure } from './failure.mjs';
import { inFolder } from './in-folder.mjs';

let told: unknown[];

beforeEach(() => {
  told = [];
  jest.spyOn(console, 'error').mockImplementation((what) => void told.push(what));
});

afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});

test.each([
  [true, 0],
  [false, 1],
])('goals reached: %s, exit code %d; the folder goes', async (reached, code) => {
  let seen = '';
  await inFolder('cairn-try', async (folder) => {
    seen = folder;
    return existsSync(folder) && reached;
  });
  expect([process.exitCode, existsSync(seen)]).toEqual([code, false]);
  expect(basename(seen)).toMatch(/^cairn-try-/u);
});

test('what the caller can mend is told without a stack, a defect with it', async () => {
  const defect = new Error('a defect');
  const wrongs = [
    () => {
      throw new Failure('no such workload');
    },
    () => parseArgs({ args: ['--wrong'], options: {} }),
    () => {
      throw defect;
    },
  ];
  for (const wrong of wrongs)
    await inFolder('cairn-try', async () => {
      wrong();
      return true;
    });
  expect(told).toEqual(['no such workload', expect.stringContaining("Unknown option '--wrong'"), defect]);
  expect(process.exitCode).toBe(1);
});
