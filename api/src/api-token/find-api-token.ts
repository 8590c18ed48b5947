import { invalidToken } from '../account/jwt.js';
import type { OperationContext } from '../context/operation-context.js';
import { hashSecret } from '../secrets/hash-secret.js';
import { ApiToken } from './api-token.entity.js';

/** A use is written down no more often than that: reads would be writes otherwise. */
const NOTED_EVERY_MS = 60_000;

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
  const { id, lastUsedAt } = found;
  if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= NOTED_EVERY_MS)
    await ctx.em.nativeUpdate(ApiToken, { id }, { lastUsedAt: now });
  return found;
}
