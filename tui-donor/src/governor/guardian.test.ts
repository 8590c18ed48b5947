import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { waitUntil } from '@cairn/tui-kit/test';
import { guard } from './guardian.js';

function sleeper() {
  const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
  const pid = child.pid ?? 0;
  return { child, handle: { pid, stop: () => process.kill(-pid, 'SIGSTOP'), continue: () => true } };
}

/** What `ps` says of a process: its state and its command. */
async function ps(...args: string[]): Promise<string> {
  return text(spawn('ps', args, { stdio: ['ignore', 'pipe', 'inherit'] }).stdout);
}

/** Whether a process is there, be it stopped; one that only waits to be noticed as dead is not. */
async function isAlive(pid: number): Promise<boolean> {
  return /[^Z\s]/u.test((await ps('-o', 'stat=', '-p', String(pid))).trim().charAt(0));
}

async function hasGuardian(pid: number): Promise<boolean> {
  const commands = (await ps('-A', '-o', 'args=')).split('\n');
  return commands.some((command) => command.endsWith(`cairn-guardian ${pid}`));
}

test('goes away quietly when the work has ended', async () => {
  const { child, handle } = sleeper();
  const dismiss = guard(handle);
  await waitUntil(() => hasGuardian(handle.pid));
  dismiss();
  await waitUntil(async () => !(await hasGuardian(handle.pid)));
  expect(await isAlive(handle.pid)).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
});

test('ends even a stopped process when its owner is killed', async () => {
  const owner = spawn(process.execPath, [fileURLToPath(new URL('../../test/owner.mjs', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(owner.stdout, 'data')) as [Buffer];
  const pid = Number(line.toString());
  await waitUntil(async () => (await ps('-o', 'stat=', '-p', String(pid))).includes('T'));
  owner.kill('SIGKILL');
  await once(owner, 'exit');
  await waitUntil(async () => !(await isAlive(pid)), 2000);
});
