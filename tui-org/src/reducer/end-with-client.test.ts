import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { waitUntil } from '@cairn/tui-kit/test';

const MODULE = new URL('../../dist/reducer/end-with-client.js', import.meta.url).href;

/** Starts a worker that loops for ever, says its id, and waits. */
const CLIENT = `
  import { spawn } from 'node:child_process';
  import { endWithClient } from '${MODULE}';
  const worker = spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' });
  globalThis.watch = endWithClient(worker);
  console.log(worker.pid);
  setInterval(() => {}, 1000);`;

/** Whether a process is there, and not only its last state, which nobody has asked for. */
async function isThere(pid: string): Promise<boolean> {
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return /\) [^ZX] /u.test(state);
}

test('a worker in an endless loop does not outlive its client, though that is killed', async () => {
  const client = spawn(process.execPath, ['--input-type=module', '-e', CLIENT], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [pid] = (await once(createInterface(client.stdout), 'line')) as [string];
  expect(await isThere(pid)).toBe(true);
  client.kill('SIGKILL');
  await waitUntil(async () => !(await isThere(pid)), 10_000);
});
