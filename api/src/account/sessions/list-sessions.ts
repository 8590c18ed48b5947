import { ownerOperation } from '../../access/guarded-operation.js';
import { donorNetwork } from '../../reservation/donor-network.js';
import { RefreshToken } from '../refresh-token.entity.js';
import { requireSessionId } from '../require-session.js';
import { LiveSession } from './live-session.type.js';
import { sessionHandle } from './session-handle.js';

/** What a list can still be read at a glance. */
export const MOST_LISTED = 100;

/** The account's sessions that hold, the last begun first, `MOST_LISTED` of them. */
export const listSessions = ownerOperation(
  'sessions',
  async (ctx, owner, _input: Record<never, never>): Promise<LiveSession[]> => {
    const current = await requireSessionId(ctx);
    const now = await ctx.view.now();
    const network = donorNetwork(ctx.config.secrets.reservation, ctx.caller.address);
    const rows = await ctx.em.find(
      RefreshToken,
      { organization: owner.id, expiresAt: { $gt: now } },
      { orderBy: { createdAt: 'desc', id: 'desc' }, limit: MOST_LISTED },
    );
    return rows.map(({ id, networkHash, createdAt, lastUsedAt, expiresAt }) =>
      Object.assign(new LiveSession(), {
        id: sessionHandle(id),
        current: id === current,
        sameNetwork: networkHash === null ? null : networkHash === network,
        createdAt,
        lastUsedAt: id === current ? now : lastUsedAt,
        expiresAt,
      }),
    );
  },
);
