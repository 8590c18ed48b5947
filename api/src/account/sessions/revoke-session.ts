import { invalidField } from '@cairn/shared-schema';
import { ownerOperation } from '../../access/guarded-operation.js';
import { RefreshToken } from '../refresh-token.entity.js';
import { sessionHandle } from './session-handle.js';

/**
 * Ends a session of the account at once, with all its tokens; also the one that asks.
 * @throws DomainError INVALID_REQUEST when the account has none of this id.
 */
export const revokeSession = ownerOperation(
  'revokeSession',
  async (ctx, owner, { id: handle }: { id: string }): Promise<string> => {
    const held = { organization: owner.id, expiresAt: { $gt: await ctx.view.now() } };
    const rows = await ctx.em.find(RefreshToken, held, { fields: ['id'] });
    const found = rows.find(({ id }) => sessionHandle(id) === handle);
    const ended =
      found === undefined ? 0 : await ctx.em.nativeDelete(RefreshToken, { id: found.id, ...held });
    ctx.view.renew();
    if (ended === 1) return handle;
    const help = 'List your sessions; it may have ended already.';
    throw invalidField('id', JSON.stringify(handle.slice(0, 64)), 'the id of one of your sessions', help);
  },
);
