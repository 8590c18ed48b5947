import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from '../metrics/metrics.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Asked again and again by what watches the server: not limited, and logged for debugging only. */
    probe?: true;
  }
}

/** Counts each request, and logs a line when it has been answered, and its id in the answer: what an operator can be told. */
export function logRequests(http: FastifyInstance, metrics: Metrics): void {
  http.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    request.log.debug(facts(request), 'request began');
  });
  http.addHook('onResponse', async (request, reply) => {
    const ms = Math.round(reply.elapsedTime);
    const route = request.routeOptions.url ?? 'none';
    metrics.request(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    const line = { ...facts(request), status: reply.statusCode, ms };
    if (request.routeOptions.config.probe) request.log.debug(line, 'request');
    else request.log.info(line, 'request');
  });
  http.addHook('onRequestAbort', async (request) => {
    request.log.info(facts(request), 'the sender went away');
  });
}

/** What the log says of a request. The token of a download link is as good as the file: it is left out. */
function facts(request: FastifyRequest): Record<string, unknown> {
  return {
    method: request.method,
    url: request.url.replace(/^(\/files\/).*/su, '$1…').replace(/\?.*/su, '?…'),
    address: request.ip,
  };
}
