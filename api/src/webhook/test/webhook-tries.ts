import type { OperationContext } from '../../context/operation-context.js';
import { addWebhook } from '../add-webhook.js';
import { listDeliveries } from '../list-deliveries.js';
import { listWebhooks } from '../list-webhooks.js';
import { removeWebhook } from '../remove-webhook.js';
import { rotateWebhookSecret } from '../rotate-webhook-secret.js';
import { testWebhook } from '../test-webhook.js';

/** Where the webhook of the tries is one of. */
interface At {
  owner(): OperationContext;
}

const WISH = { url: 'https://hooks.example.org/cairn', events: ['PROOF_VERIFIED'] } as const;

/** The id of a new webhook of the world's own organization; the earlier ones go. */
async function webhookOf(at: At): Promise<string> {
  for (const { id } of await listWebhooks(at.owner(), {})) await removeWebhook(at.owner(), { id });
  return (await addWebhook(at.owner(), WISH)).webhook.id;
}

/** Each webhook operation called by somebody, for the test of the access table. */
export const WEBHOOK_TRIES = {
  webhooks: (ctx: OperationContext) => listWebhooks(ctx, {}),
  addWebhook: (ctx: OperationContext) => addWebhook(ctx, WISH),
  webhookDeliveries: async (ctx: OperationContext, _caller: unknown, at: At) =>
    listDeliveries(ctx, { webhookId: await webhookOf(at) }),
  testWebhook: async (ctx: OperationContext, _caller: unknown, at: At) =>
    testWebhook(ctx, { id: await webhookOf(at) }),
  rotateWebhookSecret: async (ctx: OperationContext, _caller: unknown, at: At) =>
    rotateWebhookSecret(ctx, { id: await webhookOf(at) }),
  removeWebhook: async (ctx: OperationContext, _caller: unknown, at: At) =>
    removeWebhook(ctx, { id: await webhookOf(at) }),
};
