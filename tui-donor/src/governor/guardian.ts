import { spawn } from 'node:child_process';
import type { ProverChild } from '@cairn/prover';

/** Ends quietly when it is told so; ends the group when the pipe closes because its owner is no more. */
const SCRIPT = 'read -r word && exit 0; kill -s KILL -- "-$1"';

/**
 * Sees to it that a prover does not outlive this process, even when this process is killed and the prover is stopped:
 * a small shell waits on a pipe that the system closes with us.
 * @returns what to call when the prover has ended
 */
export function guard(child: ProverChild): () => void {
  const shell = spawn('/bin/sh', ['-c', SCRIPT, 'cairn-guardian', String(child.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // In a session of its own Ctrl-C does not reach it.
    detached: true,
    cwd: '/',
    env: { PATH: process.env.PATH },
  });
  // Without a shell there is no guardian; the work goes on all the same.
  shell.on('error', () => {});
  shell.stdin.on('error', () => {});
  shell.unref();
  return () => void shell.stdin.end('done\n');
}
