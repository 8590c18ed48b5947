import { ownerOperation } from '../access/guarded-operation.js';
import { inTransaction } from '../database/in-transaction.js';
import { groupFreed } from '../events/group-changed.js';
import { FailureReport } from '../reservation/failure-report.entity.js';
import { countMoves } from './counts/count-moves.js';
import { InputGroup } from './input-group.entity.js';
import { ownInputGroupNotFound } from './input-group-not-found.js';
import { lockStandings } from './lock-groups.js';
import { nextState } from './transitions.js';

/**
 * Gives a group that was given up another chance: it is free again, for those who reported it too.
 * @throws DomainError INPUT_GROUP_NOT_FOUND when it is not the caller's; INVALID_STATE unless it is FAILED.
 */
export const retryInputGroup = ownerOperation(
  'retryInputGroup',
  async (ctx, owner, { id }: { id: string }): Promise<InputGroup> => {
    const own = await ctx.em.count(InputGroup, { id, program: { organization: owner.id } });
    if (own === 0) throw ownInputGroupNotFound(id);
    const now = await ctx.clock.now(ctx.em);
    await inTransaction(ctx, async (em) => {
      const group = (await lockStandings(em, [id])).get(id);
      if (group === undefined) throw ownInputGroupNotFound(id);
      const state = nextState('RETRY', group);
      await em.nativeUpdate(InputGroup, id, { state, freeFrom: now });
      await countMoves(em, [{ programId: group.programId, from: group.state, to: state }]);
      await em.nativeDelete(FailureReport, { inputGroup: id });
    });
    groupFreed(ctx.events, id);
    ctx.view.renew();
    return ctx.em.findOneOrFail(InputGroup, id);
  },
);
