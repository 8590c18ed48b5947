import { spawn } from 'node:child_process';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/**
 * Reads which processes were started and which have ended; kills those that are left when its input ends, as it does when the
 * process that started them is gone, however that came about.
 */
const KEEPER = `
open=
while read -r what id; do
  left=
  for one in $open; do [ "$one" = "$id" ] || left="$left $one"; done
  [ "$what" = started ] && left="$left $id"
  open=$left
done
for id in $open; do kill -s KILL "$id"; done 2>/dev/null
`;

/** @type {Set<ChildProcess>} */
const running = new Set();

/** @type {import('node:stream').Writable | undefined} */
let keeper;

/** @returns {import('node:stream').Writable} the input of a keeper */
function startKeeper() {
  const shell = spawn('/bin/sh', ['-c', KEEPER, 'cairn-keeper'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    // In a session of its own: Ctrl-C does not reach it.
    detached: true,
    cwd: '/',
    env: { PATH: process.env.PATH },
  });
  // Without a shell nothing is kept; the work goes on all the same.
  shell.on('error', () => {});
  shell.stdin.on('error', () => {});
  shell.unref();
  /** @type {import('node:net').Socket} */ (shell.stdin).unref();
  return shell.stdin;
}

/**
 * Sees to it that a process does not outlive this one, even when this one is killed.
 * @param {ChildProcess} child just started
 */
export function keep(child) {
  const { pid } = child;
  if (pid === undefined) return;
  keeper ??= startKeeper();
  keeper.write(`started ${pid}\n`);
  running.add(child);
  child.once('exit', () => {
    running.delete(child);
    keeper?.write(`ended ${pid}\n`);
  });
}

/** Ends all that is kept and still running, at once. */
export function endRunning() {
  for (const child of running) child.kill('SIGKILL');
}
