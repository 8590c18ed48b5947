import { DomainError } from '@cairn/shared-schema';
import { publicOperation } from '../access/guarded-operation.js';
import type { OperationContext } from '../context/operation-context.js';
import { hashSecret } from '../secrets/hash-secret.js';
import { readToken } from './jwt.js';
import { noteSessionUse } from './note-use.js';
import { RefreshToken } from './refresh-token.entity.js';
import type { Token } from './session.types.js';
import { makeBasicToken } from './start-session.js';

/**
 * A new basic token for a refresh token that is in force.
 * @throws DomainError BAD_BASE_64_ENCODING, INVALID_TOKEN; REFRESH_TOKEN_NOT_FOUND when it was deleted.
 */
export const refreshToken = publicOperation(
  'refreshToken',
  async (ctx: OperationContext, input: { refreshToken: string }): Promise<Token> => {
    const now = await ctx.clock.now(ctx.em);
    const secrets = ctx.config.token.refreshTokenSecrets;
    const { id } = readToken('refresh', secrets, input.refreshToken, now);
    const known = await ctx.em.findOne(RefreshToken, { id, tokenHash: hashSecret(input.refreshToken) });
    if (known === null || known.expiresAt <= now) {
      throw new DomainError('REFRESH_TOKEN_NOT_FOUND', 'The refresh token was deleted or has expired.', {
        help: 'Log in again.',
      });
    }
    await noteSessionUse(ctx, known, now);
    return makeBasicToken(ctx, known, now);
  },
);
