import type { FastifyInstance } from 'fastify';
import type { ServerContext } from '../context/operation-context.js';

const PROBE = { config: { probe: true } } as const;

/**
 * `GET /healthz`: 200 while the process answers at all; what restarts a process asks this.
 * `GET /readyz`: 200 when migrations have run (the server listens only then), the database and the file store answer
 * and the prover can be run, else 503, also while the server is about to stop; what sends requests here asks this.
 */
export async function healthRoute(
  app: FastifyInstance,
  options: { server: ServerContext; stopping: AbortSignal },
): Promise<void> {
  const { prover, database, files, clock } = options.server;
  app.get('/healthz', PROBE, async () => ({ status: 'alive' }));
  app.get('/readyz', PROBE, async (request, reply) => {
    if (options.stopping.aborted)
      return reply.code(503).send({ status: 'not ready', reason: 'The server is stopping.' });
    try {
      await clock.now(database.em.fork());
      await files.check();
      await prover.check();
      return { status: 'ready' };
    } catch (err) {
      request.log.error({ err }, 'not ready');
      const reason = err instanceof Error ? err.message : String(err);
      return reply.code(503).send({ status: 'not ready', reason });
    }
  });
}
