import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
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

/** A slow command with a program of its own, which says where it is and that program's id. */
const SLOW = `
  import { inFolder } from ${JSON.stringify(join(import.meta.dirname, 'in-folder.mjs'))};
  import { run } from ${JSON.stringify(join(import.meta.dirname, 'run.mjs'))};
  await inFolder('cairn-try', async (folder) => {
    const onText = (id) => console.log(JSON.stringify({ folder, id: Number(id) }));
    await run('sh', ['-c', 'echo $$; exec sleep 60'], { onText });
    return true;
  });`;

test('a signal takes the folder and the running program along', async () => {
  const command = spawn(process.execPath, ['--input-type=module', '--eval', SLOW]);
  const [told] = (await once(command.stdout, 'data')) as [Buffer];
  const { folder, id } = JSON.parse(told.toString()) as { folder: string; id: number };
  expect([existsSync(folder), isRunning(id)]).toEqual([true, true]);
  command.kill('SIGTERM');
  expect(await once(command, 'exit')).toEqual([143, null]);
  expect(existsSync(folder)).toBe(false);
  while (isRunning(id)) await new Promise(setImmediate);
});

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
