import { invalidField } from '@cairn/shared-schema';
import { ownerOperation } from '../access/guarded-operation.js';
import { ApiToken } from './api-token.entity.js';

/**
 * Ends an API token at once.
 * @throws DomainError INVALID_REQUEST when the organization has none of this id.
 */
export const revokeApiToken = ownerOperation(
  'revokeApiToken',
  async (ctx, owner, { id }: { id: string }): Promise<string> => {
    const revoked = await ctx.em.nativeDelete(ApiToken, { id, organization: owner.id });
    ctx.view.renew();
    if (revoked === 1) return id;
    const help = 'List your API tokens; it may have been revoked already.';
    throw invalidField('id', JSON.stringify(id.slice(0, 64)), 'the id of one of your API tokens', help);
  },
);
