import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, waitUntil } from '@cairn/tui-kit/test';
import { askProgram } from './ask-program.js';

test('gives back what a program prints', async () => {
  expect(await askProgram('/bin/sh', ['-c', 'echo $LC_ALL'])).toBe('C\n');
});

test.each([['/nowhere/program'], ['/bin/false'], ['/bin/sh', '-c', 'echo half; exit 1']])(
  'gives nothing back of %s %s %s',
  async (file, ...args) => {
    expect(await askProgram(file, args)).toBeUndefined();
  },
);

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('kills a program that hears no other signal, with what it has started, and goes on', async () => {
  await using folder = await temporaryFolder();
  const pids = join(folder.path, 'pids');
  const script = `trap '' TERM INT HUP; sleep 600 & echo $! > ${pids}; echo $$ >> ${pids}; echo half; wait`;
  expect(await askProgram('/bin/sh', ['-c', script], 500)).toBeUndefined();
  const started = (await readFile(pids, 'utf8')).trim().split('\n').map(Number);
  expect(started).toHaveLength(2);
  await waitUntil(() => !started.some(isThere));
});
