import { Field, ObjectType } from 'type-graphql';
import { Webhook } from './webhook.entity.js';

@ObjectType({ description: 'A webhook with a secret that was just made.' })
export class NewWebhook {
  @Field(() => String, {
    description:
      'The secret, shown this once. A delivery carries `cairn-signature: t=TIME,v1=HEX`: HEX is the HMAC-SHA256 of `TIME.BODY` under it. Refuse what does not match, and what is older than five minutes.',
  })
  secret!: string;

  @Field(() => Webhook, { description: 'The webhook.' })
  webhook!: Webhook;
}
