import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, waitUntil } from '@cairn/tui-kit/test';
import { setSessionPriority } from './session-priority.js';

const whereGrouped = existsSync('/proc/self/autogroup') ? test : test.skip;

whereGrouped('puts a session last, and takes that back', async () => {
  const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
  const pid = child.pid ?? 0;
  const group = (): string => readFileSync(`/proc/${pid}/autogroup`, 'utf8');
  await waitUntil(() => group() !== readFileSync('/proc/self/autogroup', 'utf8'));
  expect(group()).toContain('nice 0');
  await waitUntil(() => setSessionPriority(pid, 'lowest'));
  expect(group()).toContain('nice 19');
  await waitUntil(() => setSessionPriority(pid, 'usual'));
  expect(group()).toContain('nice 0');
  child.kill('SIGKILL');
  await once(child, 'exit');
});

test.each([
  ['/autogroup-7 nice 0', 'lowest', '19'],
  ['/autogroup-7 nice 19', 'usual', '0'],
  ['/autogroup-7 nice 19', 'lowest', '/autogroup-7 nice 19\n'],
  ['/autogroup-9 nice 0', 'usual', '/autogroup-9 nice 0\n'],
] as const)('where the system shows %j, %s writes what is needed', async (shown, priority, written) => {
  await using proc = await temporaryFolder();
  const path = join(proc.path, '77', 'autogroup');
  await mkdir(join(proc.path, '77'));
  await writeFile(path, `${shown}\n`);
  expect(setSessionPriority(77, priority, proc.path)).toBe(true);
  expect(await readFile(path, 'utf8')).toBe(written);
});

test('leaves it where there is no such thing', () => {
  expect(setSessionPriority(0, 'lowest')).toBe(true);
});
