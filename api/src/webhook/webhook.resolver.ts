import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { OperationContext } from '../context/operation-context.js';
import { addWebhook } from './add-webhook.js';
import { listDeliveries } from './list-deliveries.js';
import { listWebhooks } from './list-webhooks.js';
import { NewWebhook } from './new-webhook.type.js';
import { removeWebhook } from './remove-webhook.js';
import { rotateWebhookSecret } from './rotate-webhook-secret.js';
import { testWebhook } from './test-webhook.js';
import { Webhook } from './webhook.entity.js';
import { AddWebhookInput } from './webhook.input.js';
import { WebhookDelivery } from './webhook-delivery.entity.js';

const ID_OF = { description: "The webhook's id." };

@Resolver(() => Webhook)
export class WebhookResolver {
  @Query(() => [Webhook], { description: 'Your webhooks, the oldest first. Needs a session.' })
  webhooks(@Ctx() ctx: OperationContext): Promise<Webhook[]> {
    return listWebhooks(ctx, {});
  }

  @Query(() => [WebhookDelivery], {
    description: 'The last 50 deliveries of a webhook, the newest first. Needs a session. Kept for 30 days.',
  })
  webhookDeliveries(
    @Ctx() ctx: OperationContext,
    @Arg('webhookId', () => ID, ID_OF) webhookId: string,
  ): Promise<WebhookDelivery[]> {
    return listDeliveries(ctx, { webhookId });
  }

  @Mutation(() => NewWebhook, {
    description:
      'Adds a webhook: an https URL that is told by POST what happens. Needs a session; at most 10. An answer from 200 to 299 within 5 seconds takes a delivery; anything else is tried again for about 16 hours. A delivery may come twice, with the same `cairn-delivery`.',
  })
  addWebhook(
    @Ctx() ctx: OperationContext,
    @Arg('input', () => AddWebhookInput, { description: 'The webhook.' }) input: AddWebhookInput,
  ): Promise<NewWebhook> {
    return addWebhook(ctx, input);
  }

  @Mutation(() => WebhookDelivery, {
    description: 'Sends a test to a webhook, soon: `webhookDeliveries` tells how it went. Needs a session.',
  })
  testWebhook(
    @Ctx() ctx: OperationContext,
    @Arg('id', () => ID, ID_OF) id: string,
  ): Promise<WebhookDelivery> {
    return testWebhook(ctx, { id });
  }

  @Mutation(() => NewWebhook, {
    description:
      'Gives a webhook another secret, shown this once; it signs from the next attempt on. Needs a session.',
  })
  rotateWebhookSecret(
    @Ctx() ctx: OperationContext,
    @Arg('id', () => ID, ID_OF) id: string,
  ): Promise<NewWebhook> {
    return rotateWebhookSecret(ctx, { id });
  }

  @Mutation(() => ID, {
    description: 'Removes a webhook; what waits is not sent. Needs a session. Answers the id that was given.',
  })
  removeWebhook(@Ctx() ctx: OperationContext, @Arg('id', () => ID, ID_OF) id: string): Promise<string> {
    return removeWebhook(ctx, { id });
  }
}
