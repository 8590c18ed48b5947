import { ownerOperation } from '../../access/guarded-operation.js';
import { requireSessionId } from '../require-session.js';
import { endOtherSessions } from './end-other-sessions.js';

/** Ends every session of the account but the one that asks, at once. API tokens stay. Returns how many it ended. */
export const revokeOtherSessions = ownerOperation(
  'revokeOtherSessions',
  async (ctx, owner, _input: Record<never, never>): Promise<number> => {
    const but = await requireSessionId(ctx);
    const ended = await endOtherSessions(ctx.em, owner.id, { but, now: await ctx.view.now() });
    ctx.view.renew();
    return ended;
  },
);
