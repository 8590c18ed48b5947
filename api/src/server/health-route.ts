import type { FastifyInstance } from 'fastify';
import type { ServerContext } from '../context/operation-context.js';

/** `GET /healthz`: 200 when migrations have run (the server listens only then) and the prover can be run, else 503. */
export async function healthRoute(app: FastifyInstance, options: { server: ServerContext }): Promise<void> {
  const { prover, database, clock } = options.server;
  app.get('/healthz', async (request, reply) => {
    try {
      await clock.now(database.em.fork());
      await prover.check();
      return { status: 'ready' };
    } catch (err) {
      request.log.error({ err }, 'not ready');
      const reason = err instanceof Error ? err.message : String(err);
      return reply.code(503).send({ status: 'not ready', reason });
    }
  });
}
