import { ownerOperation } from '../access/guarded-operation.js';
import { requireOwner } from '../account/require-owner.js';
import type { OperationContext } from '../context/operation-context.js';
import { firstIdAt, timeOfId } from '../database/new-id.js';
import { follow, type Told } from '../events/follow.js';
import { paced } from '../events/paced.js';
import type { Edge } from '../pagination/connection.js';
import { makeCursor, readCursor } from '../pagination/cursor.js';
import { requireOwnProgram } from '../program/require-program.js';
import { Proof } from './proof.entity.js';

/** A proof may be written so long after the moment that its id says. */
const LATE_MS = 10_000;
const EVERY_MS = 1_000;
const AT_ONCE = 100;

/** Which proofs are to be told of. */
export interface ProofsToFollow {
  readonly programId?: string | null;
  /** A cursor of a list of proofs, or of what was told before; from now on when left out. */
  readonly after?: string | null;
}

/**
 * Each new proof of the caller's programs, in the order of their ids; at most a second late. Whether the caller may
 * still see them is asked each time.
 * @throws DomainError INVALID_REQUEST for a cursor that is none; PROGRAM_NOT_FOUND.
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
    const changes = ctx.events.watch('proofs', owner.id);
    const feed = new ProofFeed(ctx, owner.id, programId ?? undefined);
    try {
      if (after == null) await feed.skip(now);
      else feed.resume(readCursor(after));
    } catch (error) {
      await changes.return?.();
      throw error;
    }
    return follow(paced(changes, EVERY_MS), async function* () {
      ctx.view.renew();
      await requireOwner(ctx, 'proofs:read');
      yield* feed.news();
      return true;
    });
  },
);

/** Remembers what was told of the last seconds: a proof can become readable after others whose ids are higher. */
class ProofFeed {
  #from = '';
  readonly #told = new Set<string>();

  constructor(
    private readonly ctx: OperationContext,
    private readonly organization: string,
    private readonly program: string | undefined,
  ) {}

  /** Takes what there is at this moment for told. */
  async skip(now: Date): Promise<void> {
    this.#from = firstIdAt(new Date(now.getTime() - LATE_MS));
    for await (const _ of this.news());
  }

  /** What came shortly before may not have been told, so it is told again. */
  resume(after: string): void {
    this.#from = firstIdAt(new Date(timeOfId(after).getTime() - LATE_MS));
    this.#told.add(after);
  }

  async *news(): AsyncGenerator<Edge<Proof>, void> {
    const now = await this.ctx.view.now();
    for (let last = this.#from; ; this.ctx.view.renew()) {
      const proofs = await this.#after(last);
      for (const node of proofs) {
        last = node.id;
        if (this.#told.has(node.id)) continue;
        yield { cursor: makeCursor(node.id), node };
        this.#told.add(node.id);
      }
      if (proofs.length < AT_ONCE) break;
    }
    this.#from = firstIdAt(new Date(now.getTime() - LATE_MS));
    for (const id of this.#told) if (id < this.#from) this.#told.delete(id);
  }

  #after(id: string): Promise<Proof[]> {
    const program = { organization: this.organization, ...(this.program && { id: this.program }) };
    const filter = { program, id: { $gt: id } };
    return this.ctx.em.find(Proof, filter, { orderBy: { id: 'asc' }, limit: AT_ONCE });
  }
}
