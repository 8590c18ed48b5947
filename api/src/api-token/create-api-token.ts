import { randomBytes } from 'node:crypto';
import { DomainError, invalidField, validateName } from '@cairn/shared-schema';
import { ownerOperation } from '../access/guarded-operation.js';
import type { Scope } from '../account/scopes.js';
import { newId } from '../database/new-id.js';
import { hashSecret } from '../secrets/hash-secret.js';
import { ApiToken } from './api-token.entity.js';
import { API_TOKEN_PREFIX } from './api-token-form.js';
import { NewApiToken } from './new-api-token.type.js';

const DAY_MS = 24 * 3600 * 1000;
const DAYS = { min: 1, max: 366, default: 90 } as const;

/** What a list can still be read at a glance. */
const MOST = 50;

/** What is wanted of a new token. */
export interface ApiTokenWish {
  name: string;
  scopes: readonly Scope[];
  expiresInDays?: number | null;
}

/**
 * Makes a token for a script. The token is shown this once; its hash is kept.
 * @throws DomainError INVALID_REQUEST naming the field, INVALID_STATE when there are too many.
 */
export const createApiToken = ownerOperation(
  'createApiToken',
  async (ctx, owner, { name, scopes, expiresInDays }: ApiTokenWish): Promise<NewApiToken> => {
    const shownName = validateName(name);
    if (scopes.length === 0) throw invalidField('scopes', 'none', 'at least one');
    const days = expiresInDays ?? DAYS.default;
    if (days < DAYS.min || days > DAYS.max)
      throw invalidField('expiresInDays', String(days), `${DAYS.min} to ${DAYS.max}`);
    if ((await ctx.em.count(ApiToken, { organization: owner.id })) >= MOST) throw tooMany();
    const now = await ctx.clock.now(ctx.em);
    const token = `${API_TOKEN_PREFIX}${randomBytes(32).toString('base64url')}`;
    const apiToken = ctx.em.create(ApiToken, {
      id: newId(now),
      organization: owner.id,
      name: shownName,
      scopes: [...new Set(scopes)],
      tokenHash: hashSecret(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + days * DAY_MS),
      lastUsedAt: null,
    });
    await ctx.em.flush();
    return Object.assign(new NewApiToken(), { token, apiToken });
  },
);

function tooMany(): DomainError {
  return new DomainError('INVALID_STATE', `The organization has ${MOST} API tokens, the most it may.`, {
    help: 'Revoke one that is no longer needed.',
    details: { expected: `fewer than ${MOST}` },
  });
}
