import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Its input ends when this process does, however that ends; `$0` is the worker. */
const WATCH = 'trap "" INT TERM HUP; read -r _; kill -KILL "$0"';

/**
 * Ends a worker with this process: a loop in it never hears that its channel has closed, and a client that is killed ends
 * nothing itself. Without a shell the worker is on its own.
 */
export function endWithClient({ pid }: ChildProcess): AsyncDisposable {
  if (pid === undefined) return { [Symbol.asyncDispose]: async () => {} };
  const watch = spawn('/bin/sh', ['-c', WATCH, String(pid)], {
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const closed = once(watch, 'close').catch(() => {});
  return {
    async [Symbol.asyncDispose]() {
      watch.kill('SIGKILL');
      await closed;
    },
  };
}
