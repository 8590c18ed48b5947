import type { FastifyInstance } from 'fastify';

/**
 * What ends an HTTP server: it takes no new connection, answers what has come in, and hangs up on each connection after
 * its answer. What is not done after so many seconds is cut off.
 */
export function boundedClose(http: FastifyInstance): (seconds: number) => Promise<void> {
  let isClosing = false;
  http.addHook('onSend', (_request, reply, _payload, done) => {
    if (isClosing) reply.header('connection', 'close');
    done();
  });
  // An answer that began before the closing still says that the connection stays.
  http.addHook('onResponse', (request, _reply, done) => {
    if (isClosing) request.raw.socket.end();
    done();
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
