import { REASON_RULE } from '@cairn/shared-schema';
import { type Opt, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Extensions, Field, ObjectType } from 'type-graphql';
import { InputGroup } from '../input-group/input-group.entity.js';

@Entity()
@ObjectType({ description: 'That and why the organization refused a proof.' })
export class Rejection {
  @PrimaryKey({ type: 'string', length: 36 })
  id!: string;

  @ManyToOne(() => InputGroup, { deleteRule: 'cascade' })
  inputGroup!: Rel<InputGroup>;

  @Extensions({ bytes: 4 * REASON_RULE.max })
  @Field(() => String, { description: "In the organization's words." })
  @Property({ type: 'text' })
  reason!: string;

  @Field(() => String, { description: 'SHA-256 of the refused file, in hex.' })
  @Property({ type: 'string', length: 64 })
  proofSha256!: string;

  @Field(() => String, { nullable: true, description: 'Public key of the donor who had signed it, if any.' })
  @Property({ type: 'string', length: 64, nullable: true })
  donorKey!: Opt<string> | null;

  @Field(() => GraphQLDateTime, { description: 'When it was refused.' })
  @Property({ type: 'Date', length: 3 })
  rejectedAt!: Date;
}
