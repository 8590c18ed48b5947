import { type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Organization } from '../account/organization.entity.js';
import { Scope } from '../account/scopes.js';

@Entity()
@ObjectType({
  description: "An organization's token for a script. What it is used with is not kept, only its hash.",
})
export class ApiToken {
  @Field(() => ID)
  @PrimaryKey({ type: 'string', length: 36 })
  id!: string;

  @ManyToOne(() => Organization, { deleteRule: 'cascade' })
  organization!: Rel<Organization>;

  @Field(() => String, { description: 'What it is for, in the words of who made it.' })
  @Property({ type: 'string', length: 200 })
  name!: string;

  @Field(() => [Scope], { description: 'What it allows.' })
  @Property({ type: 'json' })
  scopes!: Scope[];

  /** SHA-256 of the token. */
  @Property({ type: 'string', length: 64, unique: true })
  tokenHash!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was made.' })
  @Property({ type: 'Date', length: 3 })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'From then on it is refused.' })
  @Property({ type: 'Date', length: 3 })
  expiresAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was last used, to the minute; null when it never was.',
  })
  @Property({ type: 'Date', length: 3, nullable: true })
  lastUsedAt!: Date | null;
}
