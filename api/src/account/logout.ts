import { DomainError } from '@cairn/shared-schema';
import { publicOperation } from '../access/guarded-operation.js';
import type { OperationContext } from '../context/operation-context.js';
import { RefreshToken } from './refresh-token.entity.js';

/**
 * Ends a session: its refresh token and all its basic tokens are worth nothing from now on. The refresh token's id is
 * enough: it has 128 random bits and only the session's holder knows it.
 * @throws DomainError REFRESH_TOKEN_NOT_FOUND
 */
export const logout = publicOperation(
  'logout',
  async (ctx: OperationContext, input: { refreshTokenId: string }): Promise<string> => {
    const { refreshTokenId: id } = input;
    const now = await ctx.clock.now(ctx.em);
    const ended = await ctx.em.nativeDelete(RefreshToken, { id, expiresAt: { $gt: now } });
    ctx.view.renew();
    if (ended === 1) return id;
    throw new DomainError('REFRESH_TOKEN_NOT_FOUND', 'No session has a refresh token of this id.', {
      help: 'Send the id that came with the refresh token; the session may have ended already.',
    });
  },
);
