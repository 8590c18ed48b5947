import type { FastifyBaseLogger } from 'fastify';
import { CloseCode, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Connection } from './connection.js';

/** A peer is asked so often whether it is there, and hung up on when it has not said so by the next time. */
const ASK_EVERY_MS = 12_000;

/** Speaks graphql-ws with one peer until either hangs up. Nothing that the peer sends can throw. */
export function attachSocket(
  graphql: Server<Connection>,
  ws: WebSocket,
  connection: Connection,
  log: FastifyBaseLogger,
): void {
  // A frame that is none is the peer's fault; ws hangs up.
  ws.on('error', ({ message }) => log.info({ why: message }, 'a subscriber broke the protocol'));
  ws.on('ping', () => connection.isReading());
  const stopAsking = keepAlive(ws);
  const closed = graphql.opened(
    {
      protocol: ws.protocol,
      send: async (data) => {
        if (connection.isReading()) await sendIfOpen(ws, data);
      },
      close: (code, reason) => ws.close(code, reason),
      onMessage: (handler) => {
        ws.on('message', (data) => {
          connection.handle(data, handler).catch((err: unknown) => {
            log.error({ err }, 'a message of a subscriber could not be handled');
            ws.close(CloseCode.InternalServerError, 'Internal server error');
          });
        });
      },
    },
    connection,
  );
  ws.once('close', (code, reason) => {
    stopAsking();
    Promise.all([closed(code, String(reason)), connection.end()]).catch((err: unknown) =>
      log.error({ err }, 'a subscription could not be ended'),
    );
  });
}

async function sendIfOpen(ws: WebSocket, data: string): Promise<void> {
  if (ws.readyState !== ws.OPEN) return;
  await new Promise<void>((sent, failed) => {
    ws.send(data, (error) => (error ? failed(error) : sent()));
  });
}

/** Hangs up on a peer that does not answer any more. Returns what ends it. */
function keepAlive(ws: WebSocket): () => void {
  let isThere = true;
  ws.on('pong', () => {
    isThere = true;
  });
  const timer = setInterval(() => {
    if (!isThere) return ws.terminate();
    isThere = false;
    ws.ping();
  }, ASK_EVERY_MS);
  return () => clearInterval(timer);
}
