import { ownerOperation } from '../access/guarded-operation.js';
import { NewWebhook } from './new-webhook.type.js';
import { requireWebhook } from './require-webhook.js';
import { newSecretSeed, webhookSecret } from './webhook-secret.js';

/**
 * Gives a webhook another secret, which is shown this once and signs from the next attempt on.
 * @throws DomainError INVALID_REQUEST when it is not the caller's.
 */
export const rotateWebhookSecret = ownerOperation(
  'rotateWebhookSecret',
  async (ctx, owner, { id }: { id: string }): Promise<NewWebhook> => {
    const webhook = await requireWebhook(ctx, owner, id);
    webhook.seed = newSecretSeed();
    await ctx.em.flush();
    return Object.assign(new NewWebhook(), {
      secret: webhookSecret(ctx.config.secrets.files, webhook.seed),
      webhook,
    });
  },
);
