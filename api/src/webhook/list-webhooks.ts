import { ownerOperation } from '../access/guarded-operation.js';
import { Webhook } from './webhook.entity.js';

/** The organization's webhooks, the oldest first. */
export const listWebhooks = ownerOperation(
  'webhooks',
  (ctx, owner, _input: Record<never, never>): Promise<Webhook[]> =>
    ctx.em.find(Webhook, { organization: owner.id }, { orderBy: { id: 'asc' } }),
);
