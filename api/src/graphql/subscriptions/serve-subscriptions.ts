import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { DomainError } from '@cairn/shared-schema';
import { handleProtocols } from 'graphql-ws';
import { type ServerOptions, WebSocketServer } from 'ws';
import { clientAddress } from '../../http/client-address.js';
import { toDomainError } from '../../rest/envelope.js';
import { GRAPHQL_PATH } from '../graphql-routes.js';
import { attachSocket } from './attach-socket.js';
import { Connection } from './connection.js';
import { graphqlOverSockets, type SocketGraphqlOptions } from './graphql-over-sockets.js';
import { refuseUpgrade } from './refuse-upgrade.js';
import { socketSeats } from './socket-seats.js';

/** `closeTimeout` is how long a subscriber may take to hang up after it was told to; the types do not know it yet. */
const SOCKETS: ServerOptions & { closeTimeout: number } = {
  noServer: true,
  maxPayload: 64 * 1024,
  closeTimeout: 2_000,
  handleProtocols,
};

const GOING_AWAY = 1001;

/** Subscriptions by the graphql-ws protocol, on the path of GraphQL. Returns what ends them all. */
export function serveSubscriptions(httpServer: Server, options: SocketGraphqlOptions): () => Promise<void> {
  const { server, rates, log } = options;
  const addressOf = clientAddress(server.config.server.trustedProxies);
  const seats = socketSeats(server.config.limits);
  const sockets = new WebSocketServer(SOCKETS);
  const graphql = graphqlOverSockets(options);

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const address = addressOf(request);
    socket.once('close', seats.take(address));
    await rates.count(address);
    sockets.handleUpgrade(request, socket, head, (ws) =>
      attachSocket(graphql, ws, new Connection(address, ws, log), log),
    );
  };
  httpServer.on('upgrade', (request, socket, head) => {
    // From here on the socket is ours: a peer that resets it would end the whole process.
    socket.on('error', () => socket.destroy());
    if (request.url?.split('?')[0] !== GRAPHQL_PATH) return refuseUpgrade(socket, noSocketHere(), 404);
    upgrade(request, socket, head).catch((error: unknown) => {
      const refusal = toDomainError(error);
      if (refusal.code === 'INTERNAL_SERVER_ERROR') log.error({ err: error }, 'defect in an upgrade');
      refuseUpgrade(socket, refusal);
    });
  });
  return async () => {
    for (const ws of sockets.clients) ws.close(GOING_AWAY, 'Going away');
    const { promise, resolve } = Promise.withResolvers<void>();
    sockets.close(() => resolve());
    await promise;
  };
}

function noSocketHere(): DomainError {
  return new DomainError('INVALID_REQUEST', 'There is no WebSocket here.', {
    help: `Subscriptions are at ${GRAPHQL_PATH}.`,
  });
}
