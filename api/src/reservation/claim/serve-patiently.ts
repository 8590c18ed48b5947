import type { EntityManager } from '@mikro-orm/sql';
import { inTransaction } from '../../database/in-transaction.js';
import type { Claim, Decided } from './claim.js';
import { isFree } from './free-groups.js';
import { lockCandidates } from './lock-candidates.js';
import { nextPrograms } from './next-programs.js';
import { type ClaimServer, serveIn, tell } from './serve-claims.js';
import type { Candidate } from './taken.js';

/**
 * Serves one claim that others stand in the way of: they hold all that is free, and it may stay free. The group comes
 * first and then the donor's row: while it waits it holds nothing that any other claim could wait for.
 */
export async function servePatiently(server: ClaimServer, claim: Claim): Promise<Decided> {
  const served = await inTransaction(server, async (em) =>
    serveIn(em, server, [claim], await waitForGroup(em, server, claim)),
  );
  const [outcome] = tell(server, served);
  if (outcome === undefined) throw new Error('A claim that waited for others was left undecided.');
  return outcome;
}

/** Locks a group that is free for a claim, waiting for whoever holds it; none only when none is free. */
async function waitForGroup(
  em: EntityManager,
  server: ClaimServer,
  claim: Claim,
): Promise<{ now: Date; held: Candidate[] }> {
  for (;;) {
    // Anew each time: what was given back meanwhile is free from a later moment on.
    const now = await server.clock.now(em);
    const free = isFree(claim.kind, now, claim.addressHash);
    const programs = await nextPrograms(em, claim, free, { most: 1, limits: server.config.limits });
    const held = await lockCandidates(em, programs, 1, free, 'wait');
    if (held.length > 0 || programs.length === 0) return { now, held };
  }
}
