import { ownerOperation } from '../access/guarded-operation.js';
import { ApiToken } from './api-token.entity.js';

/** The organization's API tokens, also those that have expired; the newest first. */
export const listApiTokens = ownerOperation(
  'apiTokens',
  (ctx, owner, _input: Record<never, never>): Promise<ApiToken[]> =>
    ctx.em.find(ApiToken, { organization: owner.id }, { orderBy: { id: 'desc' } }),
);
