import { type Rel } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DeliveryState } from './delivery-state.js';
import { Webhook } from './webhook.entity.js';
import { DeliveryEvent } from './webhook-event.js';

@Entity()
@Index({ name: 'webhook_delivery_due', properties: ['state', 'nextAttemptAt'] })
@ObjectType({ description: 'One message to a webhook, with its attempts.' })
export class WebhookDelivery {
  /** Ids grow with time. */
  @Field(() => ID, { description: 'Sent in the header `cairn-delivery`; the same in every attempt.' })
  @PrimaryKey({ type: 'string', length: 36 })
  id!: string;

  @ManyToOne(() => Webhook, { deleteRule: 'cascade' })
  webhook!: Rel<Webhook>;

  @Field(() => DeliveryEvent, { description: 'What it tells.' })
  @Property({ type: 'string', length: 32 })
  event!: DeliveryEvent;

  /** Null for a test. No reference: what was told stays told when the program goes. */
  @Property({ type: 'string', length: 36, nullable: true })
  programId!: string | null;

  @Field(() => String, { description: 'The JSON that is sent, the same in every attempt.' })
  @Property({ type: 'text' })
  body!: string;

  @Field(() => DeliveryState, { description: 'Where it stands.' })
  @Property({ type: 'string', length: 16 })
  state!: DeliveryState;

  @Field(() => Int, { description: 'Attempts so far.' })
  @Property({ type: 'integer' })
  attempts!: number;

  /** Whoever moves this on has the delivery until then: it is schedule and lease in one. */
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it is tried next; null when it is over.',
  })
  @Property({ type: 'Date', length: 3, nullable: true })
  nextAttemptAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'HTTP status of the last answer; null without one.' })
  @Property({ type: 'integer', nullable: true })
  lastStatus!: number | null;

  @Field(() => String, { nullable: true, description: 'Why the last attempt failed; null when none did.' })
  @Property({ type: 'string', length: 300, nullable: true })
  lastError!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  @Property({ type: 'Date', length: 3 })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was delivered or given up.' })
  @Property({ type: 'Date', length: 3, nullable: true })
  finishedAt!: Date | null;
}
