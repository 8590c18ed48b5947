import { DomainError, invalidField } from '@cairn/shared-schema';
import { ownerOperation } from '../access/guarded-operation.js';
import { inTransaction } from '../database/in-transaction.js';
import { newId } from '../database/new-id.js';
import { lockOrganization } from './lock-webhooks.js';
import { NewWebhook } from './new-webhook.type.js';
import { Webhook } from './webhook.entity.js';
import type { WebhookEvent } from './webhook-event.js';
import { newSecretSeed, webhookSecret } from './webhook-secret.js';
import { validateWebhookUrl } from './webhook-url.js';

const MOST = 10;

/** A webhook that is wanted. */
export interface WebhookWish {
  url: string;
  events: readonly WebhookEvent[];
}

/**
 * Adds a webhook. Its secret is shown this once.
 * @throws DomainError INVALID_REQUEST naming the field, INVALID_STATE when there are too many.
 */
export const addWebhook = ownerOperation(
  'addWebhook',
  async (ctx, owner, { url, events }: WebhookWish): Promise<NewWebhook> => {
    const checkedUrl = validateWebhookUrl(url, ctx.config.server.webhooks.allowPrivate);
    if (events.length === 0) throw invalidField('events', 'none', 'at least one');
    const now = await ctx.clock.now(ctx.em);
    const webhook = {
      id: newId(now),
      organization: owner.id,
      url: checkedUrl,
      events: [...new Set(events)],
      seed: newSecretSeed(),
      createdAt: now,
    };
    await inTransaction(ctx, async (em) => {
      await lockOrganization(em, owner.id);
      if ((await em.count(Webhook, { organization: owner.id })) >= MOST) throw tooMany();
      await em.insert(Webhook, webhook);
    });
    const secret = webhookSecret(ctx.config.secrets.files, webhook.seed);
    return Object.assign(new NewWebhook(), {
      secret,
      webhook: await ctx.em.findOneOrFail(Webhook, webhook.id),
    });
  },
);

function tooMany(): DomainError {
  return new DomainError('INVALID_STATE', `The organization has ${MOST} webhooks, the most it may.`, {
    help: 'Remove one that is no longer needed.',
    details: { expected: `fewer than ${MOST}` },
  });
}
