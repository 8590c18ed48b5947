import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { OperationContext } from '../context/operation-context.js';
import { ApiToken } from './api-token.entity.js';
import { CreateApiTokenInput } from './api-token.input.js';
import { createApiToken } from './create-api-token.js';
import { listApiTokens } from './list-api-tokens.js';
import { NewApiToken } from './new-api-token.type.js';
import { revokeApiToken } from './revoke-api-token.js';

@Resolver(() => ApiToken)
export class ApiTokenResolver {
  @Query(() => [ApiToken], { description: 'Your API tokens, the newest first. Needs a session.' })
  apiTokens(@Ctx() ctx: OperationContext): Promise<ApiToken[]> {
    return listApiTokens(ctx, {});
  }

  @Mutation(() => NewApiToken, {
    description: 'Makes a token for a script, which is shown this once. Needs a session; at most 50.',
  })
  createApiToken(
    @Ctx() ctx: OperationContext,
    @Arg('input', () => CreateApiTokenInput, { description: 'What it is for.' }) input: CreateApiTokenInput,
  ): Promise<NewApiToken> {
    return createApiToken(ctx, input);
  }

  @Mutation(() => ID, {
    description: 'Ends an API token at once. Needs a session. Answers the id that was given.',
  })
  revokeApiToken(
    @Ctx() ctx: OperationContext,
    @Arg('id', () => ID, { description: "The API token's id." }) id: string,
  ): Promise<string> {
    return revokeApiToken(ctx, { id });
  }
}
