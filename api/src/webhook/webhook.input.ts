import { Field, InputType } from 'type-graphql';
import { WebhookEvent } from './webhook-event.js';

@InputType({ description: 'A new webhook.' })
export class AddWebhookInput {
  @Field(() => String, { description: 'An https URL that the whole internet can reach.' })
  url!: string;

  @Field(() => [WebhookEvent], { description: 'What it is told of: at least one.' })
  events!: WebhookEvent[];
}
