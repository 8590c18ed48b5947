import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { Organization } from './organization.entity.js';

@ObjectType({ description: 'A signed token of a session.' })
export class Token {
  @Field(() => ID, { description: 'Names the token; a refresh token is ended by its id.' })
  id!: string;

  @Field(() => String, { description: 'The token itself: keep it secret.' })
  token!: string;

  @Field(() => GraphQLDateTime, { description: 'From then on the token is refused.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'What logging in gives.' })
export class Session {
  @Field(() => Token, {
    description: 'Short-lived; send it as `authorization: Bearer TOKEN` (REST: header `token`).',
  })
  basicToken!: Token;

  @Field(() => Token, { description: 'Long-lived; `refreshToken` turns it into a new basic token.' })
  refreshToken!: Token;

  @Field(() => Organization, { description: 'Who is logged in.' })
  organization!: Organization;
}
