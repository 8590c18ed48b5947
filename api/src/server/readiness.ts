import type { Log } from '../context/log.js';
import type { ServerContext } from '../context/operation-context.js';

/** So long an answer is remembered: strangers may ask as often as they like, and the parts are asked no more often. */
const REMEMBERED_MS = 1_000;

/** A part without which requests cannot be served. */
export type Part = 'database' | 'file store' | 'prover';

/** Asks the server's parts whether they answer. What they say goes to the log alone. */
export class Readiness {
  readonly #checks: readonly (readonly [Part, () => Promise<unknown>])[];
  #answer: Promise<Part | undefined> | undefined;
  #answeredAt = Number.POSITIVE_INFINITY;

  constructor(
    { database, clock, files, prover }: ServerContext,
    private readonly log: Log,
  ) {
    this.#checks = [
      ['database', () => clock.now(database.em.fork())],
      ['file store', () => files.check()],
      ['prover', () => prover.check()],
    ];
  }

  /** The first part that does not answer; undefined when all do. */
  missing(): Promise<Part | undefined> {
    if (this.#answer !== undefined && performance.now() - this.#answeredAt < REMEMBERED_MS)
      return this.#answer;
    this.#answeredAt = Number.POSITIVE_INFINITY;
    this.#answer = this.#ask().finally(() => {
      this.#answeredAt = performance.now();
    });
    return this.#answer;
  }

  async #ask(): Promise<Part | undefined> {
    for (const [part, check] of this.#checks) {
      try {
        await check();
      } catch (err) {
        this.log.error({ err, part }, 'not ready');
        return part;
      }
    }
    return undefined;
  }
}
