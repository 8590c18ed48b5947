import { ownerOperation } from '../access/guarded-operation.js';
import { requireWebhook } from './require-webhook.js';
import { Webhook } from './webhook.entity.js';

/**
 * Removes a webhook with its deliveries; what waits is not sent.
 * @throws DomainError INVALID_REQUEST when it is not the caller's.
 */
export const removeWebhook = ownerOperation(
  'removeWebhook',
  async (ctx, owner, { id }: { id: string }): Promise<string> => {
    await requireWebhook(ctx, owner, id);
    await ctx.em.nativeDelete(Webhook, { id });
    ctx.view.renew();
    return id;
  },
);
