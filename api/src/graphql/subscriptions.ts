import type { IncomingMessage, Server } from 'node:http';
import type { FastifyBaseLogger } from 'fastify';
import {
  type ASTVisitor,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  specifiedRules,
  type ValidationContext,
  validate,
} from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import { createContext } from '../context/create-context.js';
import type { OperationContext, ServerContext } from '../context/operation-context.js';
import { clientAddress } from '../http/client-address.js';
import { bearerToken } from './bearer-token.js';
import { formatError } from './format-error.js';
import { GRAPHQL_PATH } from './graphql-routes.js';
import { QUERY_LIMITS, queryLimits } from './query-limits.js';

/** `closeTimeout` is how long a subscriber may take to hang up after it was told to; the types do not know it yet. */
const SOCKETS: ServerOptions & { closeTimeout: number } = {
  noServer: true,
  maxPayload: 64 * 1024,
  closeTimeout: 2_000,
};

export interface SubscriptionsOptions {
  readonly httpServer: Server;
  readonly schema: GraphQLSchema;
  readonly server: ServerContext;
  readonly log: FastifyBaseLogger;
}

/** Subscriptions by the graphql-ws protocol, on the path of GraphQL. Returns what ends them all. */
export function serveSubscriptions(options: SubscriptionsOptions): () => Promise<void> {
  const { httpServer, schema, server, log } = options;
  const addressOf = clientAddress(server.config.server.trustedProxies);
  const sockets = new WebSocketServer(SOCKETS);
  httpServer.on('upgrade', (request, socket, head) => {
    // From here on the socket is ours: a peer that resets it would end the whole process.
    socket.on('error', () => socket.destroy());
    if (request.url?.split('?')[0] !== GRAPHQL_PATH) {
      // A peer that never hangs up would keep the server from stopping.
      socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n', () => socket.destroy());
      return;
    }
    sockets.handleUpgrade(request, socket, head, (ws) => {
      sockets.emit('connection', ws, request);
      logErrors(ws, log);
    });
  });
  const { introspection } = server.config.server;
  const shown = (error: GraphQLError): GraphQLFormattedError =>
    formatError(withRequestCode(error, introspection), error, (err) =>
      log.error({ err }, 'defect in a subscription'),
    );
  const handle = useServer<{ authorization?: string }, { request: IncomingMessage }>(
    {
      schema,
      validate: (_schema, document) =>
        validate(_schema, document, [...specifiedRules, queryLimits, onlySubscriptions], {
          maxErrors: QUERY_LIMITS.errors,
        }),
      context: ({ extra, connectionParams }): OperationContext => {
        const basicToken = bearerToken(connectionParams?.authorization);
        return createContext(server, { address: addressOf(extra.request), basicToken }, log);
      },
      onError: (_ctx, _id, _payload, errors) => errors.map((error) => shown(asGraphqlError(error))),
      onNext: (_ctx, _id, _payload, _args, { data, errors }) =>
        errors === undefined ? undefined : { data: data ?? null, errors: errors.map(shown) },
    },
    sockets,
  );
  return async () => {
    await handle.dispose();
  };
}

/** graphql-ws would print them beside the log, with a stack. A frame that is none is the peer's fault; ws hangs up. */
function logErrors(ws: WebSocket, log: FastifyBaseLogger): void {
  ws.removeAllListeners('error');
  ws.on('error', ({ message }) => log.info({ why: message }, 'a subscriber broke the protocol'));
}

function asGraphqlError(error: unknown): GraphQLError {
  return error instanceof GraphQLError ? error : new GraphQLError('Unknown error');
}

/** What validation says has no code of its own here. */
function withRequestCode(error: GraphQLError, introspection: boolean): GraphQLFormattedError {
  const formatted = error.toJSON();
  if (error.originalError !== undefined || error.path !== undefined) return formatted;
  const message = introspection ? error.message : error.message.replace(/ Did you mean .*\?$/u, '');
  return { ...formatted, message, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } };
}

/** Queries and mutations go by HTTP, where they are logged and bounded. */
function onlySubscriptions(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node: OperationDefinitionNode) {
      if (node.operation === 'subscription') return;
      const message =
        'Only subscriptions are served on this connection: send queries and mutations by HTTP POST.';
      context.reportError(new GraphQLError(message, { nodes: node }));
    },
  };
}
