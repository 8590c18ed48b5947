import { DomainError } from '@cairn/shared-schema';
import type { FastifyBaseLogger } from 'fastify';
import {
  createSourceEventStream,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { makeServer, type Server, type ServerOptions, type SubscribePayload } from 'graphql-ws';
import { createContext } from '../../context/create-context.js';
import type { OperationContext, ServerContext } from '../../context/operation-context.js';
import type { RequestRates } from '../../http/request-rates.js';
import { bearerToken } from '../bearer-token.js';
import { formatError } from '../format-error.js';
import { checkSubscription } from './check-subscription.js';
import { type Connection, SUBSCRIPTIONS_AT_ONCE } from './connection.js';

export interface SocketGraphqlOptions {
  readonly schema: GraphQLSchema;
  readonly server: ServerContext;
  readonly rates: RequestRates;
  readonly log: FastifyBaseLogger;
}

type Params = { authorization?: string };
type Options = ServerOptions<Params, Connection>;

/** The graphql-ws protocol over our schema: each subscription counts as a request, and its errors look like HTTP's. */
export function graphqlOverSockets({ schema, server, rates, log }: SocketGraphqlOptions): Server<Connection> {
  const show = (errors: readonly unknown[]): GraphQLFormattedError[] => {
    const { introspection } = server.config.server;
    return errors.map((error) =>
      shown(error, introspection, (err) => log.error({ err }, 'defect in a subscription')),
    );
  };
  const onSubscribe: Options['onSubscribe'] = async ({ extra, connectionParams }, _id, payload) => {
    try {
      const args = await admit(schema, rates, extra, payload);
      if ('length' in args) return args;
      const caller = { address: extra.address, ownerToken: bearerToken(connectionParams?.authorization) };
      return { ...args, contextValue: createContext(server, caller, log) };
    } catch (error) {
      return [new GraphQLError('', { originalError: error as Error })];
    }
  };
  return makeServer<Params, Connection>({
    onSubscribe,
    // Events alone: the connection says when the answer to one is made.
    subscribe: (args) => createSourceEventStream(args) as ReturnType<NonNullable<Options['subscribe']>>,
    onOperation: ({ extra }, _id, _payload, args, result) =>
      Symbol.asyncIterator in result
        ? extra.answers(result, (event) => {
            (args.contextValue as OperationContext).room.renew();
            return execute({ ...args, rootValue: event });
          })
        : undefined,
    onError: (_ctx, _id, _payload, errors) => show(errors),
    onNext: (_ctx, _id, _payload, _args, { data, errors }) =>
      errors === undefined ? undefined : { data: data ?? null, errors: show(errors) },
  });
}

async function admit(
  schema: GraphQLSchema,
  rates: RequestRates,
  connection: Connection,
  payload: SubscribePayload,
): Promise<ReturnType<typeof checkSubscription>> {
  if (connection.isOverfull) throw tooMany();
  await rates.count(connection.address);
  return checkSubscription(schema, payload);
}

function shown(
  error: unknown,
  introspection: boolean,
  report: (error: unknown) => void,
): GraphQLFormattedError {
  if (!(error instanceof GraphQLError)) return formatError({ message: '' }, error, report);
  const formatted = error.toJSON();
  const message = introspection ? error.message : error.message.replace(/ Did you mean .*\?$/u, '');
  return formatError({ ...formatted, message }, error.originalError ?? error, report);
}

function tooMany(): DomainError {
  return new DomainError(
    'RATE_LIMITED',
    `This connection has ${SUBSCRIPTIONS_AT_ONCE} subscriptions, the most it may.`,
    { help: 'End some of them, or connect once more.' },
  );
}
