import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    "A session of an account that holds: somebody's log-in that has not ended. Its tokens are not shown.",
})
export class LiveSession {
  @Field(() => ID, {
    description: 'Names the session for `revokeSession`; it opens and ends nothing by itself.',
  })
  id!: string;

  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  current!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it was begun from the network that asks now. Addresses are not kept, only a hash to compare; null for a session from before that.',
  })
  sameNetwork!: boolean | null;

  @Field(() => GraphQLDateTime, { description: 'When somebody logged in.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was last used, to the minute; null when it never was.',
  })
  lastUsedAt!: Date | null;

  @Field(() => GraphQLDateTime, { description: 'When it ends by itself.' })
  expiresAt!: Date;
}
