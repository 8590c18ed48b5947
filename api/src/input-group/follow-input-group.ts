import { publicOperation } from '../access/guarded-operation.js';
import type { OperationContext } from '../context/operation-context.js';
import { follow, type Told } from '../events/follow.js';
import { watchPaced } from '../events/watch-paced.js';
import { effectiveState } from './effective-state.js';
import { InputGroup } from './input-group.entity.js';
import { inputGroupNotFound } from './input-group-not-found.js';

/**
 * An input group as it stands now, then again after a change that can be seen (at most once a second), until it is
 * confirmed or deleted.
 * @throws DomainError INPUT_GROUP_NOT_FOUND, RATE_LIMITED before anything is followed.
 */
export const followInputGroup = publicOperation(
  'inputGroupUpdated',
  async (ctx: OperationContext, { id }: { id: string }): Promise<AsyncIterableIterator<Told<InputGroup>>> => {
    if ((await ctx.em.count(InputGroup, id)) === 0) throw inputGroupNotFound();
    let told = '';
    return follow(watchPaced(ctx, 'inputGroup', id), async function* () {
      ctx.view.renew();
      const group = await ctx.em.findOne(InputGroup, id);
      if (group === null) return false;
      const news = appearance(group, await ctx.view.now());
      if (news !== told) yield group;
      told = news;
      return group.state !== 'CONFIRMED';
    });
  },
);

/** Grows or changes with everything that is shown of a group. A renewal only moves `freeFrom`, which nobody sees. */
function appearance(group: InputGroup, now: Date): string {
  const state = effectiveState(group, now);
  const since = state === 'RESERVED' ? '' : group.freeFrom?.getTime();
  return [state, group.executed, group.fencingNumber, group.proofId, since].join(' ');
}
