import type { FastifyInstance } from 'fastify';
import type { Readiness } from './readiness.js';

const PROBE = { config: { probe: true } } as const;

/**
 * `GET /healthz`: 200 while the process answers at all; what restarts a process asks this.
 * `GET /readyz`: 200 when migrations have run (the server listens only then), the database and the file store answer
 * and the prover can be run, else 503 and which of them does not, also while the server is about to stop; what sends
 * requests here asks this.
 */
export async function healthRoute(
  app: FastifyInstance,
  { readiness, stopping }: { readiness: Readiness; stopping: AbortSignal },
): Promise<void> {
  app.get('/healthz', PROBE, async () => ({ status: 'alive' }));
  app.get('/readyz', PROBE, async (_request, reply) => {
    const reason = stopping.aborted ? 'The server is stopping.' : reasonOf(await readiness.missing());
    return reason === undefined ? { status: 'ready' } : reply.code(503).send({ status: 'not ready', reason });
  });
}

function reasonOf(part: string | undefined): string | undefined {
  return part && `The ${part} does not answer; the server's log says why.`;
}
