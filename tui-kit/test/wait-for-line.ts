import type { ChildProcess } from 'node:child_process';

/**
 * Collects what a child writes and waits until it matches.
 * @throws Error with everything that was written, when the child ends first or the time runs out
 */
export function waitForLine(
  child: ChildProcess,
  pattern: RegExp,
  timeoutMs: number,
): { matched: Promise<RegExpExecArray>; log: () => string } {
  let log = '';
  const { promise, resolve, reject } = Promise.withResolvers<RegExpExecArray>();
  const fail = (why: string): void => reject(new Error(`${why}; it wrote:\n${log}`));
  const timer = setTimeout(() => fail(`no line like ${pattern} within ${timeoutMs} ms`), timeoutMs);
  const read = (chunk: Buffer): void => {
    log += chunk.toString('utf8');
    const match = pattern.exec(log);
    if (match !== null) resolve(match);
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  child.once('error', (error) => fail(`it could not be started (${error.message})`));
  child.once('exit', (code, signal) => fail(`it ended with ${code ?? signal}`));
  return { matched: promise.finally(() => clearTimeout(timer)), log: () => log };
}
