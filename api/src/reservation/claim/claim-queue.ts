import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { SharedWork } from '../../concurrency/shared-work.js';
import type { Claim, Decided } from './claim.js';
import { ClaimLine } from './claim-line.js';
import { KnownWork } from './known-work.js';
import { type ClaimServer, serveClaims } from './serve-claims.js';
import { servePatiently } from './serve-patiently.js';

/**
 * Claims that wait at the same moment share one transaction. What shared transactions leave undecided, or fail at, is
 * served each in a transaction of its own, a few at a time; one whose groups are all held by others waits for those last.
 */
export class ClaimQueue {
  readonly #work: SharedWork<Claim, Decided>;

  constructor(server: Omit<ClaimServer, 'work'>) {
    const claimServer = { ...server, work: new KnownWork() };
    this.#work = new SharedWork(new ClaimLine(), {
      what: 'claims',
      together: (claims) => serveClaims(claimServer, claims),
      alone: (claim) => twice(async () => (await serveClaims(claimServer, [claim]))[0]),
      patiently: (claim) => twice(() => servePatiently(claimServer, claim)),
    });
  }

  /** What comes of a claim, once it is committed. */
  serve(claim: Claim): Promise<Decided> {
    return this.#work.serve(claim);
  }
}

/** Two requests with the same key at once: the other one was first, and now the key is known. */
async function twice<T>(serve: () => Promise<T>): Promise<T> {
  try {
    return await serve();
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    return serve();
  }
}
