// The processes that the demo starts: every one is remembered, and none outlives it.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { keep } from '../lib/keeper.mjs';

/**
 * @typedef {object} Child
 * @property {import('node:child_process').ChildProcess} process
 * @property {Promise<{ code: number | null, signal: NodeJS.Signals | null, errors: string }>} ended
 */

/** Starts processes and ends them all. */
export class Children {
  /** @type {Set<import('node:child_process').ChildProcess>} */
  #running = new Set();

  /**
   * Starts one of this checkout's programs and hands over each line of its output.
   * @param {string[]} args the script and its arguments
   * @param {{ env?: NodeJS.ProcessEnv, onLine?: (line: string) => void, detached?: boolean }} [options] detached: what the
   *   terminal sends to all, such as Ctrl-C, does not reach it
   * @returns {Child}
   */
  start(args, { env = {}, onLine = () => {}, detached = false } = {}) {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached,
    });
    keep(child);
    this.#running.add(child);
    createInterface({ input: child.stdout }).on('line', onLine);
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      errors = (errors + text).slice(-8_000);
    });
    const ended = once(child, 'close').then(([code, signal]) => {
      this.#running.delete(child);
      return { code, signal, errors };
    });
    return { process: child, ended };
  }

  /**
   * Runs a program to its end.
   * @param {string[]} args
   * @param {NodeJS.ProcessEnv} [env]
   * @returns {Promise<string>} what it printed
   */
  async run(args, env = {}) {
    /** @type {string[]} */
    const lines = [];
    const { ended } = this.start(args, { env, onLine: (line) => lines.push(line) });
    const { code, signal, errors } = await ended;
    if (code !== 0) {
      throw new Error(
        `${args.join(' ')}\nended with ${signal ?? `exit code ${code}`}:\n${errors}${lines.join('\n')}`,
      );
    }
    return lines.join('\n');
  }

  /** Asks every process that still runs to end, and forces those that do not within five seconds. */
  async endAll() {
    await Promise.all(
      [...this.#running].map(async (child) => {
        const closed = once(child, 'close');
        child.kill('SIGTERM');
        const forced = setTimeout(() => child.kill('SIGKILL'), 5_000);
        await closed;
        clearTimeout(forced);
      }),
    );
  }
}
