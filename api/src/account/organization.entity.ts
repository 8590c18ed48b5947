import { DESCRIPTION_RULE } from '@cairn/shared-schema';
import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Extensions, Field, ID, ObjectType } from 'type-graphql';

@Entity()
@ObjectType({ description: 'Who publishes programs: an account and its public face.' })
export class Organization {
  @Field(() => ID)
  @PrimaryKey({ type: 'string', length: 36 })
  id!: string;

  /** As it was chosen; never shown to others. */
  @Property({ type: 'string', length: 200 })
  username!: string;

  /** The user name without case: unique. */
  @Property({ type: 'string', length: 200, unique: true })
  usernameKey!: string;

  @Property({ type: 'string', length: 200 })
  passwordHash!: string;

  @Field(() => String, { description: 'Public name.' })
  @Property({ type: 'string', length: 200 })
  name!: string;

  /** The name without case, for prefix filters. */
  @Property({ type: 'string', length: 200, index: true })
  nameKey!: string;

  @Extensions({ bytes: 4 * DESCRIPTION_RULE.max })
  @Field(() => String, { description: 'Who the organization is and what it computes.' })
  @Property({ type: 'text' })
  description!: string;

  @Field(() => GraphQLDateTime, { description: 'When the account was registered.' })
  @Property({ type: 'Date', length: 3 })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "Since when the server's operator has suspended it: it cannot log in, and its programs get no new reservations.",
  })
  @Property({ type: 'Date', length: 3, nullable: true })
  suspendedAt!: Date | null;

  /** Told to the organization alone. */
  @Property({ type: 'text', nullable: true })
  suspensionReason!: string | null;

  /** Bytes that it may store; null for the server's default. */
  @Property({ type: new BigIntType('number'), nullable: true })
  storageQuota!: number | null;

  /** Input groups that it may have; null for the server's default. */
  @Property({ type: new BigIntType('number'), nullable: true })
  groupQuota!: number | null;

  /** Bytes that donors' executions for it may take; null for the server's default. */
  @Property({ type: new BigIntType('number'), nullable: true })
  executionQuota!: number | null;

  /** Bytes of archives, executables and inputs: see `quota/change-usage.ts`. */
  @Property({ type: new BigIntType('number'), defaultRaw: '0' })
  storedBytes!: number;

  /** Bytes of executions that donors have handed in. */
  @Property({ type: new BigIntType('number'), defaultRaw: '0' })
  executionBytes!: number;

  @Property({ type: new BigIntType('number'), defaultRaw: '0' })
  groupCount!: number;
}
