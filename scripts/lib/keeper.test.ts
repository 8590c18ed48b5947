import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const at = (path: string) => JSON.stringify(join(import.meta.dirname, path));

/** A command that has started a program by `run`, which says its id, and one by `Children`, whose id it says itself. */
const COMMAND = `
  import { Children } from ${at('../demo/children.mjs')};
  import { inFolder } from ${at('in-folder.mjs')};
  import { run } from ${at('run.mjs')};
  await inFolder('cairn-try', async () => {
    await run('true', []);
    const { process: child } = new Children().start(['-e', 'setInterval(() => {}, 1000)']);
    await run('sh', ['-c', 'echo $$; exec sleep 60'], { onText: (id) => console.log(child.pid, Number(id)) });
    return true;
  });`;

test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)(
  '%s ends all that a command has started',
  async (signal) => {
    const command = spawn(process.execPath, ['--input-type=module', '--eval', COMMAND]);
    const [said] = (await once(command.stdout, 'data')) as [Buffer];
    const ids = said.toString().trim().split(' ').map(Number);
    expect(ids.map(isRunning)).toEqual([true, true]);
    command.kill(signal);
    await once(command, 'exit');
    while (ids.some(isRunning)) await new Promise(setImmediate);
  },
);

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
