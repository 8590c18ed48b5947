import { spawn } from 'node:child_process';

const TIMEOUT_MS = 3000;
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * Asks a program of the system, and waits for it no longer than the time-out, whatever it does: one that does not end then
 * is killed with SIGKILL, and so is what it has started.
 * @returns what it prints; undefined where it is not there, fails, prints too much or takes too long
 */
export function askProgram(
  file: string,
  args: readonly string[],
  timeoutMs = TIMEOUT_MS,
): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const child = spawn(file, args, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, LC_ALL: 'C' },
    // A group of its own, so that it can be ended with its children.
    detached: true,
  });
  const { stdout } = child;
  const give = (answer: string | undefined): void => {
    clearTimeout(timer);
    resolve(answer);
  };
  const giveUp = (): void => {
    if (child.pid !== undefined) killGroup(child.pid);
    // Whoever still holds the pipe keeps nobody waiting.
    stdout.destroy();
    give(undefined);
  };
  const timer = setTimeout(giveUp, timeoutMs);
  let said = '';
  stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (said.length > MOST_BYTES) giveUp();
  });
  child.on('error', () => give(undefined));
  child.on('close', (exitCode) => give(exitCode === 0 ? said : undefined));
  return promise;
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended this very moment.
  }
}
