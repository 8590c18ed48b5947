import { requireOwner } from '../account/require-owner.js';
import type { OperationContext } from '../context/operation-context.js';
import { firstIdAt, timeOfId } from '../database/new-id.js';
import type { Edge } from '../pagination/connection.js';
import { makeCursor } from '../pagination/cursor.js';
import { forceIndex } from '../pagination/force-index.js';
import { Proof } from './proof.entity.js';

/**
 * A proof may be written so long after the moment that its id says: the id is made within the transaction, which has five
 * statements that may each wait 10 s for a lock, and a commit.
 */
const LATE_MS = 60_000;
const AT_ONCE = 100;

/** Remembers what was told of the last minute: a proof can become readable after others whose ids are higher. */
export class ProofFeed {
  #from = '';
  readonly #told = new Set<string>();

  constructor(
    private readonly ctx: OperationContext,
    private readonly organization: string,
    private readonly program: string | undefined,
  ) {}

  /** Of how many proofs it remembers that they were told. */
  get remembered(): number {
    return this.#told.size;
  }

  /** Takes what there is at this moment for told. */
  async skip(now: Date): Promise<void> {
    this.#from = lateAt(now);
    for await (const _ of this.#newIds());
  }

  /** What came shortly before may not have been told, so it is told again. */
  resume(after: string): void {
    this.#from = lateAt(timeOfId(after));
    this.#told.add(after);
  }

  /**
   * What was not told yet. Whether the caller may still see it is asked for each page; of that the ids are kept, and each
   * proof is read when it is to be told, in place of the one before: it may be long until a subscriber takes it.
   * @throws DomainError INVALID_TOKEN, FORBIDDEN
   */
  async *news(): AsyncGenerator<Edge<Proof>, void> {
    for await (const id of this.#newIds()) {
      this.ctx.view.renew();
      const node = await this.ctx.em.findOne(Proof, id);
      // It may have been deleted since.
      if (node !== null) yield { cursor: makeCursor(id), node };
    }
  }

  async *#newIds(): AsyncGenerator<string, void> {
    const settled = lateAt(await this.ctx.view.now());
    for (let last = this.#from; ; this.ctx.view.renew()) {
      await requireOwner(this.ctx, 'proofs:read');
      const ids = await this.#idsAfter(last);
      for (const id of ids) {
        if (this.#told.has(id)) continue;
        yield id;
        if (id >= settled) this.#told.add(id);
      }
      last = ids.at(-1) ?? last;
      if (ids.length < AT_ONCE) break;
    }
    this.#from = settled;
    for (const id of this.#told) if (id < settled) this.#told.delete(id);
  }

  async #idsAfter(id: string): Promise<string[]> {
    const { organization, program, ctx } = this;
    const ofOneProgram = program !== undefined;
    const own = ofOneProgram ? { program: { id: program, organization } } : { organizationId: organization };
    const hint = ofOneProgram ? {} : forceIndex(ctx.em, 'proof_feed');
    const rows = await ctx.em.find(
      Proof,
      { ...own, id: { $gt: id } },
      { fields: ['id'], orderBy: { id: 'asc' }, limit: AT_ONCE, disableIdentityMap: true, ...hint },
    );
    return rows.map((row) => row.id);
  }
}

/** What is sorted before this is written by now. */
function lateAt(now: Date): string {
  return firstIdAt(new Date(now.getTime() - LATE_MS));
}
