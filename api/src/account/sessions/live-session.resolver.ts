import { Arg, Ctx, Extensions, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { OperationContext } from '../../context/operation-context.js';
import { listSessions, MOST_LISTED } from './list-sessions.js';
import { LiveSession } from './live-session.type.js';
import { revokeOtherSessions } from './revoke-other-sessions.js';
import { revokeSession } from './revoke-session.js';

@Resolver(() => LiveSession)
export class LiveSessionResolver {
  @Extensions({ most: MOST_LISTED })
  @Query(() => [LiveSession], {
    description: `Your sessions that hold, the last begun first, at most ${MOST_LISTED}. Needs a session.`,
  })
  sessions(@Ctx() ctx: OperationContext): Promise<LiveSession[]> {
    return listSessions(ctx, {});
  }

  @Mutation(() => ID, {
    description:
      'Ends one of your sessions at once, with its refresh token and its basic tokens. Needs a session. Answers the id that was given.',
  })
  revokeSession(
    @Ctx() ctx: OperationContext,
    @Arg('id', () => ID, { description: 'As `sessions` tells it.' }) id: string,
  ): Promise<string> {
    return revokeSession(ctx, { id });
  }

  @Mutation(() => Int, {
    description:
      'Ends every session of yours at once but the one that asks; API tokens stay. Needs a session. Answers how many it ended.',
  })
  revokeOtherSessions(@Ctx() ctx: OperationContext): Promise<number> {
    return revokeOtherSessions(ctx, {});
  }
}
