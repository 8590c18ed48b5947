import { type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Organization } from '../account/organization.entity.js';
import { WebhookEvent } from './webhook-event.js';

@Entity()
@ObjectType({ description: 'Where an organization wants to be told of what happens.' })
export class Webhook {
  @Field(() => ID)
  @PrimaryKey({ type: 'string', length: 36 })
  id!: string;

  @ManyToOne(() => Organization, { deleteRule: 'cascade' })
  organization!: Rel<Organization>;

  @Field(() => String, { description: 'Where deliveries are sent by POST.' })
  @Property({ type: 'text' })
  url!: string;

  @Field(() => [WebhookEvent], { description: 'What it is told of.' })
  @Property({ type: 'json' })
  events!: WebhookEvent[];

  /** What the secret is derived from, with the server's own: see `webhook-secret.ts`. */
  @Property({ type: 'string', fieldName: 'secret', length: 64 })
  seed!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was added.' })
  @Property({ type: 'Date', length: 3 })
  createdAt!: Date;
}
