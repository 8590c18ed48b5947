import { createPubSub } from '@graphql-yoga/subscription';
import type { GraphQLSchema } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';
import { buildSchema } from 'type-graphql';
import { AccountResolver } from '../account/account.resolver.js';
import { LiveSessionResolver } from '../account/sessions/live-session.resolver.js';
import { ApiTokenResolver } from '../api-token/api-token.resolver.js';
import { CreditResolver } from '../credit/credit.resolver.js';
import { ExecutionResolver } from '../execution/execution.resolver.js';
import { InputGroupResolver } from '../input-group/input-group.resolver.js';
import { ProgramResolver } from '../program/program.resolver.js';
import { ProofResolver } from '../proof/proof.resolver.js';
import { FailureReportResolver } from '../reservation/failure-report.resolver.js';
import { ReservationResolver } from '../reservation/reservation.resolver.js';
import { ServerResolver } from '../server/server.resolver.js';
import { UploadResolver } from '../upload/upload.resolver.js';
import { WebhookResolver } from '../webhook/webhook.resolver.js';

/** The GraphQL schema, built from the decorated classes. Operations validate what they are given. */
export function buildApiSchema(): Promise<GraphQLSchema> {
  return buildSchema({
    resolvers: [
      AccountResolver,
      ApiTokenResolver,
      CreditResolver,
      ExecutionResolver,
      InputGroupResolver,
      ProgramResolver,
      ProofResolver,
      LiveSessionResolver,
      ReservationResolver,
      FailureReportResolver,
      ServerResolver,
      UploadResolver,
      WebhookResolver,
    ],
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
    // Asked for, though subscriptions bring sources of their own.
    pubSub: createPubSub(),
    validate: false,
  });
}
