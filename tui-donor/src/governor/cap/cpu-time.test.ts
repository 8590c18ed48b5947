import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { waitUntil } from '@cairn/tui-kit/test';
import { cpuTimeOf } from './cpu-time.js';

test('counts a process with those that it started, and those of them that ended', async () => {
  const loop = 'i=0; while [ $i -lt 60000 ]; do i=$((i+1)); done';
  const shell = spawn(
    '/bin/sh',
    ['-c', `sh -c '${loop}'; echo ended; sh -c 'while :; do :; done' & read -r word; kill $!`],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const pid = shell.pid ?? 0;
  await once(shell.stdout, 'data');
  const ended = cpuTimeOf(pid) ?? 0;
  expect(ended).toBeGreaterThan(0);
  await waitUntil(() => (cpuTimeOf(pid) ?? 0) > ended + 50);
  shell.stdin.end('done\n');
  await once(shell, 'exit');
  expect(cpuTimeOf(pid)).toBeUndefined();
});

test('does not tell where the system does not', () => {
  expect(cpuTimeOf(process.pid, '/nowhere')).toBeUndefined();
});
