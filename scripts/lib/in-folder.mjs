import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { endRunning } from './keeper.mjs';

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a slow command in a temporary folder, which goes with it, and sets the process's exit code: 0 when all its goals were
 * reached, else 1. A failure that somebody can mend is told without its stack. A signal ends what was started, and takes the
 * folder along.
 * @param {string} name what the folder's name begins with
 * @param {(folder: string) => Promise<boolean>} command whether all its goals were reached
 * @param {AbortController} [enough] where it is given, a signal only aborts it, and the command ends by itself
 */
export async function inFolder(name, command, enough) {
  const folder = await mkdtemp(join(tmpdir(), `${name}-`));
  const end = (/** @type {NodeJS.Signals} */ signal) => {
    if (enough !== undefined) return enough.abort();
    endRunning();
    rmSync(folder, { recursive: true, force: true });
    process.exit(128 + constants.signals[signal]);
  };
  // It may come twice: from the terminal, and once more from npm.
  for (const signal of signals) process.on(signal, end);
  try {
    process.exitCode = (await command(folder)) ? 0 : 1;
  } catch (error) {
    console.error(told(error));
    process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
    for (const signal of signals) process.off(signal, end);
  }
}

/**
 * Only the message of what says all there is to know: a failure that was foreseen, or an option that there is not.
 * @param {any} error
 */
function told(error) {
  const isForTheCaller = error instanceof Failure || String(error?.code).startsWith('ERR_PARSE_ARGS');
  return isForTheCaller ? error.message : error;
}
