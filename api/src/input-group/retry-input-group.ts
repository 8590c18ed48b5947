import { ownerOperation } from '../access/guarded-operation.js';
import { inTransaction } from '../database/in-transaction.js';
import { groupFreed } from '../events/group-changed.js';
import { FailureReport } from '../reservation/failure-report.entity.js';
import { InputGroup } from './input-group.entity.js';
import { ownInputGroupNotFound } from './input-group-not-found.js';
import { idleState, notAllowed, statesAllowing } from './transitions.js';

/**
 * Gives a group that was given up another chance: it is free again, for those who reported it too.
 * @throws DomainError INPUT_GROUP_NOT_FOUND when it is not the caller's; INVALID_STATE unless it is FAILED.
 */
export const retryInputGroup = ownerOperation(
  'retryInputGroup',
  async (ctx, owner, { id }: { id: string }): Promise<InputGroup> => {
    const group = await ctx.em.findOne(InputGroup, { id, program: { organization: owner.id } });
    if (group === null) throw ownInputGroupNotFound(id);
    const now = await ctx.clock.now(ctx.em);
    await inTransaction(ctx, async (em) => {
      const changed = await em.nativeUpdate(
        InputGroup,
        { id, state: { $in: statesAllowing('RETRY') } },
        { state: idleState(group.executed), freeFrom: now },
      );
      if (changed !== 1) throw notAllowed('RETRY', (await em.findOneOrFail(InputGroup, id)).state);
      await em.nativeDelete(FailureReport, { inputGroup: id });
    });
    groupFreed(ctx.events, id);
    ctx.view.renew();
    return ctx.em.findOneOrFail(InputGroup, id);
  },
);
