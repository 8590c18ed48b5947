import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { PlainLine } from '../../concurrency/plain-line.js';
import { SharedWork } from '../../concurrency/shared-work.js';
import { type AcceptServer, acceptProofs } from './accept-proofs.js';
import type { Acceptance, VerifiedProof } from './verified-proof.js';

/** So many proofs are accepted in one transaction at most. */
const AT_ONCE = 32;

const LATE: Acceptance = { accepted: undefined };

/** Proofs that wait at the same moment to be accepted share one transaction, as claims do. */
export class AcceptQueue {
  readonly #work: SharedWork<VerifiedProof, Acceptance>;

  constructor(server: AcceptServer) {
    this.#work = new SharedWork(new PlainLine(AT_ONCE), {
      what: 'proofs',
      together: (proofs) => acceptProofs(server, proofs),
      alone: (proof) => acceptAlone(server, proof),
    });
  }

  /** What comes of a proof that was verified, once it is committed. */
  serve(proof: VerifiedProof): Promise<Acceptance> {
    return this.#work.serve(proof);
  }
}

async function acceptAlone(server: AcceptServer, proof: VerifiedProof): Promise<Acceptance> {
  try {
    return (await acceptProofs(server, [proof]))[0] ?? LATE;
  } catch (error) {
    // The same file came twice at once, and the other one was first.
    if (error instanceof UniqueConstraintViolationException) return LATE;
    throw error;
  }
}
