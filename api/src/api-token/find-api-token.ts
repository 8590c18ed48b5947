import { invalidToken } from '../account/jwt.js';
import { isNoteDue } from '../account/note-use.js';
import type { OperationContext } from '../context/operation-context.js';
import { hashSecret } from '../secrets/hash-secret.js';
import { ApiToken } from './api-token.entity.js';

/**
 * The API token that is in force, with its organization; notes that it was used.
 * @throws DomainError INVALID_TOKEN
 */
export async function requireApiToken(ctx: OperationContext, token: string): Promise<ApiToken> {
  const now = await ctx.view.now();
  const found = await ctx.em.findOne(
    ApiToken,
    { tokenHash: hashSecret(token), expiresAt: { $gt: now } },
    { populate: ['organization'] },
  );
  if (found === null) throw invalidToken(new Error('There is no such API token in force.'));
  if (isNoteDue(found, now)) await ctx.em.nativeUpdate(ApiToken, { id: found.id }, { lastUsedAt: now });
  return found;
}
