import { ownerOperation } from '../access/guarded-operation.js';
import { inTransaction } from '../database/in-transaction.js';
import { rateLimited } from '../rate-limit/rate-limited.js';
import { deliveryRow } from './delivery-row.js';
import { lockWebhooks } from './lock-webhooks.js';
import { notYours } from './require-webhook.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';

/** Of one organization. */
const TESTS = { times: 10, seconds: 60 };

/**
 * Queues a delivery that says nothing but that it is a test; `webhookDeliveries` tells what became of it.
 * @throws DomainError INVALID_REQUEST when it is not the caller's, RATE_LIMITED after ten tests in a minute.
 */
export const testWebhook = ownerOperation(
  'testWebhook',
  async (ctx, owner, { id }: { id: string }): Promise<WebhookDelivery> => {
    const wait = await ctx.rates.take(`webhook-test:${owner.id}`, TESTS);
    if (wait > 0)
      throw rateLimited(`More than ${TESTS.times} tests of webhooks were asked for in a minute`, wait);
    const row = deliveryRow(id, await ctx.clock.now(ctx.em), { event: 'TEST', organizationId: owner.id });
    await inTransaction(ctx, async (em) => {
      if ((await lockWebhooks(em, { organization: owner.id, id })).length === 0) throw notYours(id);
      await em.insert(WebhookDelivery, row);
    });
    return ctx.em.findOneOrFail(WebhookDelivery, row.id);
  },
);
