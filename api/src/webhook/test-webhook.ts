import { ownerOperation } from '../access/guarded-operation.js';
import { deliveryRow } from './delivery-row.js';
import { requireWebhook } from './require-webhook.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';

/**
 * Queues a delivery that says nothing but that it is a test; `webhookDeliveries` tells what became of it.
 * @throws DomainError INVALID_REQUEST when it is not the caller's.
 */
export const testWebhook = ownerOperation(
  'testWebhook',
  async (ctx, owner, { id }: { id: string }): Promise<WebhookDelivery> => {
    const webhook = await requireWebhook(ctx, owner, id);
    const now = await ctx.clock.now(ctx.em);
    const delivery = ctx.em.create(
      WebhookDelivery,
      deliveryRow(webhook.id, now, { event: 'TEST', organizationId: owner.id }),
    );
    await ctx.em.flush();
    return delivery;
  },
);
