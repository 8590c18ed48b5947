import { setImmediate } from 'node:timers/promises';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { Claim, Outcome } from './claim.js';
import { ClaimLine } from './claim-line.js';
import { type ClaimServer, serveClaims } from './serve-claims.js';

/** So many shared transactions are under way at most: while one waits for the disk another one is prepared. */
const UNDER_WAY = 2;

/** An outcome that stands. */
export type Decided = Exclude<Outcome, { is: 'undecided' }>;

interface Waiting {
  readonly claim: Claim;
  resolve(outcome: Decided): void;
  reject(error: unknown): void;
}

/**
 * Claims that wait at the same moment share one transaction: while some are under way the next ones gather. What shared
 * transactions leave undecided, or fail at, is served each in a transaction of its own.
 */
export class ClaimQueue {
  readonly #waiting = new ClaimLine<Waiting>();
  #underWay = 0;

  constructor(private readonly server: ClaimServer) {}

  /** What comes of a claim, once it is committed. */
  serve(claim: Claim): Promise<Decided> {
    return new Promise((resolve, reject) => {
      this.#waiting.add({ claim, resolve, reject });
      if (this.#underWay < UNDER_WAY) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#underWay += 1;
    // Whoever asks in this turn of the event loop comes along.
    await setImmediate();
    while (!this.#waiting.isEmpty) await this.#serveTogether(this.#waiting.takeBatch());
    this.#underWay -= 1;
  }

  async #serveTogether(batch: Waiting[]): Promise<void> {
    const outcomes = batch.length === 1 ? [] : await this.#outcomes(batch);
    for (const [position, waiting] of batch.entries()) {
      const outcome = outcomes[position];
      if (outcome === undefined || outcome.is === 'undecided') void this.#serveAlone(waiting);
      else waiting.resolve(outcome);
    }
  }

  /** None when the transaction failed: one claim may be why, and the others have nothing to do with it. */
  async #outcomes(batch: Waiting[]): Promise<Outcome[]> {
    try {
      return await serveClaims(
        this.server,
        batch.map(({ claim }) => claim),
      );
    } catch {
      return [];
    }
  }

  async #serveAlone({ claim, resolve, reject }: Waiting): Promise<void> {
    try {
      resolve(await serveAlone(this.server, claim));
    } catch (error) {
      reject(error);
    }
  }
}

async function serveAlone(server: ClaimServer, claim: Claim): Promise<Decided> {
  const serve = async () => (await serveClaims(server, [claim]))[0] as Decided;
  try {
    return await serve();
  } catch (error) {
    // Two requests with the same key at once: the other one was first, and now the key is known.
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    return serve();
  }
}
