import { Field, ObjectType } from 'type-graphql';
import { ApiToken } from './api-token.entity.js';

@ObjectType({ description: 'A token that was just made.' })
export class NewApiToken {
  @Field(() => String, {
    description:
      'The token itself, shown this once: send it as `authorization: Bearer TOKEN` (REST: header `token`).',
  })
  token!: string;

  @Field(() => ApiToken, { description: 'What is kept of it.' })
  apiToken!: ApiToken;
}
