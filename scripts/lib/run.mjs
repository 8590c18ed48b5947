import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { keep } from './keeper.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {(text: string) => void} [onText] called with what comes, as it comes, from both streams
 * @property {(text: string) => void} [onError] the same for the error stream alone
 * @property {AbortSignal} [signal]
 *
 * @typedef {object} RunResult
 * @property {number} code exit code; 128 + n for a signal; 127 when the program cannot be started
 * @property {string} stdout
 * @property {string} text both streams in the order in which they came
 */

/**
 * Runs a program, without a shell, and waits for its end; it does not outlive this process. Never rejects for a program that
 * fails.
 * @param {string} file
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(file, args, { cwd, env, onText, onError, signal } = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    keep(child);
    let stdout = '';
    let text = '';
    const end = () => child.kill('SIGTERM');
    /** @param {string} chunk */
    const take = (chunk) => {
      text += chunk;
      onText?.(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk;
      take(chunk);
    });
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      onError?.(chunk);
      take(chunk);
    });
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end, { once: true });
    child.on('error', (error) => resolve({ code: 127, stdout: '', text: error.message }));
    child.on('close', (code, name) => {
      signal?.removeEventListener('abort', end);
      resolve({ code: code ?? 128 + (name === null ? 0 : constants.signals[name]), stdout, text });
    });
  });
}
