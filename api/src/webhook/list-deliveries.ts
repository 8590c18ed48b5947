import { ownerOperation } from '../access/guarded-operation.js';
import { requireWebhook } from './require-webhook.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';

const MOST = 50;

/**
 * The last deliveries of one webhook, the newest first.
 * @throws DomainError INVALID_REQUEST when it is not the caller's.
 */
export const listDeliveries = ownerOperation(
  'webhookDeliveries',
  async (ctx, owner, { webhookId }: { webhookId: string }): Promise<WebhookDelivery[]> => {
    const { id } = await requireWebhook(ctx, owner, webhookId);
    return ctx.em.find(WebhookDelivery, { webhook: id }, { orderBy: { id: 'desc' }, limit: MOST });
  },
);
