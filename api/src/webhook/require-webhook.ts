import { type DomainError, invalidField } from '@cairn/shared-schema';
import type { Organization } from '../account/organization.entity.js';
import type { OperationContext } from '../context/operation-context.js';
import { Webhook } from './webhook.entity.js';

/**
 * A webhook of the caller's own.
 * @throws DomainError INVALID_REQUEST when the organization has none of this id.
 */
export async function requireWebhook(
  ctx: OperationContext,
  owner: Organization,
  id: string,
): Promise<Webhook> {
  const found = await ctx.em.findOne(Webhook, { id, organization: owner.id });
  if (found === null) throw notYours(id);
  return found;
}

/** INVALID_REQUEST: the organization has no webhook of this id. */
export function notYours(id: string): DomainError {
  return invalidField('id', JSON.stringify(id.slice(0, 64)), 'the id of one of your webhooks');
}
