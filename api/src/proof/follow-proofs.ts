import { ownerOperation } from '../access/guarded-operation.js';
import { follow, type Told } from '../events/follow.js';
import { watchPaced } from '../events/watch-paced.js';
import type { Edge } from '../pagination/connection.js';
import { readCursor } from '../pagination/cursor.js';
import { requireOwnProgram } from '../program/require-program.js';
import type { Proof } from './proof.entity.js';
import { ProofFeed } from './proof-feed.js';

/** Which proofs are to be told of. */
export interface ProofsToFollow {
  readonly programId?: string | null;
  /** A cursor of a list of proofs, or of what was told before; from now on when left out. */
  readonly after?: string | null;
}

/**
 * Each new proof of the caller's programs, in the order of their ids; at most a second late. Whether the caller may
 * still see them is asked for each page.
 * @throws DomainError INVALID_REQUEST for a cursor that is none; PROGRAM_NOT_FOUND; RATE_LIMITED.
 */
export const followProofs = ownerOperation(
  'proofSubmitted',
  async (
    ctx,
    owner,
    { programId, after }: ProofsToFollow,
  ): Promise<AsyncIterableIterator<Told<Edge<Proof>>>> => {
    if (programId != null) await requireOwnProgram(ctx, owner, programId);
    const now = await ctx.view.now();
    const changes = watchPaced(ctx, 'proofs', owner.id);
    const feed = new ProofFeed(ctx, owner.id, programId ?? undefined);
    try {
      if (after == null) await feed.skip(now);
      else feed.resume(readCursor(after));
    } catch (error) {
      await changes.return?.();
      throw error;
    }
    return follow(changes, async function* () {
      ctx.view.renew();
      yield* feed.news();
      return true;
    });
  },
);
