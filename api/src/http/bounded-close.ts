import type { FastifyInstance } from 'fastify';

/**
 * What ends an HTTP server: it takes no new connection, answers what has come in, and hangs up on each connection after
 * its answer. What is not done after so many seconds is cut off.
 */
export function boundedClose(http: FastifyInstance): (seconds: number) => Promise<void> {
  let isClosing = false;
  http.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close');
  });
  // An answer that began before the closing still says that the connection stays.
  http.addHook('onResponse', async (request) => {
    if (isClosing) request.raw.socket.end();
  });
  return async (seconds) => {
    isClosing = true;
    const cut = setTimeout(() => http.server.closeAllConnections(), seconds * 1000);
    try {
      await http.close();
    } finally {
      clearTimeout(cut);
    }
  };
}
