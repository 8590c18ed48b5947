import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Failure } from '../lib/failure.mjs';

/**
 * What came of a job.
 * @typedef {object} Done
 * @property {number} seconds wall time, from the line that asked for it to its answer
 * @property {Record<string, any>} answer
 * @property {Record<string, any>[]} events
 */

/** `cairn-prover serve`, given one job after another. */
export class Worker {
  /** @type {((line: Record<string, any> | undefined) => void) | undefined} */
  #take;
  #jobs = 0;
  #log = '';
  #child;
  /** @type {Promise<number | null>} */
  #ended;

  /**
   * @param {string} binary
   * @param {string[]} [args] further arguments of `serve`
   */
  constructor(binary, args = []) {
    this.#child = spawn(binary, [`--die-with-parent=${process.pid}`, 'serve', ...args]);
    this.#child.stderr.setEncoding('utf8').on('data', (text) => {
      this.#log += text;
    });
    createInterface({ input: this.#child.stdout }).on('line', (line) => this.#take?.(JSON.parse(line)));
    this.#ended = new Promise((resolve, reject) => {
      this.#child.on('error', reject).on('close', (code) => {
        this.#take?.(undefined);
        resolve(code);
      });
    });
  }

  /**
   * Has a job done.
   * @param {string} command
   * @param {string[]} args
   * @returns {Promise<Done>}
   * @throws Failure when it fails, or the worker ends
   */
  async job(command, args) {
    const job = String(++this.#jobs);
    /** @type {Record<string, any>[]} */
    const events = [];
    const started = performance.now();
    const last = await new Promise((resolve) => {
      this.#take = (line) => {
        if (line === undefined || (line.job === job && line.event === 'answer')) resolve(line);
        else if (line.job === job) events.push(line);
      };
      this.#child.stdin.write(`${JSON.stringify({ job, command, arguments: args })}\n`);
    });
    const seconds = (performance.now() - started) / 1000;
    if (last?.exitCode === 0) return { seconds, answer: last.answer, events };
    throw new Failure(`${command} in a worker failed: ${JSON.stringify(last?.error ?? last)}\n${this.#log}`);
  }

  /** Lets it end. */
  async end() {
    this.#child.stdin.end();
    await this.#ended;
  }
}
