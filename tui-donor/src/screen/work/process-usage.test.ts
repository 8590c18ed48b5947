import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { waitUntil } from '@cairn/tui-kit/test';
import { processUsage } from './process-usage.js';

test('adds up a process and what it started', async () => {
  // A shell that waits, whose child is busy until nobody holds the shell's input any more.
  const busy = `${process.execPath} -e "console.log(1); for (;;);"`;
  const shell = spawn('/bin/sh', ['-c', `${busy} & read -r word; kill $!`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const pid = shell.pid ?? 0;
  await once(shell.stdout, 'data');
  await waitUntil(() => (processUsage(pid)?.cpuSeconds ?? 0) > 0.2);
  expect(processUsage(pid)?.memory).toBeGreaterThan(20 * 1024 ** 2);
  shell.stdin.end();
  await once(shell, 'close');
  expect(processUsage(pid)).toBeUndefined();
});
