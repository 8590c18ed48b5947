import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Metrics } from '../metrics/metrics.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Asked again and again by what watches the server: not limited, and logged for debugging only. */
    probe?: true;
  }
}

/** Counts each request, and logs a line when it has been answered, and its id in the answer: what an operator can be told. */
export function logRequests(http: FastifyInstance, metrics: Metrics): void {
  http.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    if (isLogged(request, 'debug')) request.log.debug(facts(request), 'request began');
    done();
  });
  http.addHook('onResponse', (request, reply, done) => {
    const { url: route = 'none', config } = request.routeOptions;
    metrics.request(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    const level = config.probe ? 'debug' : 'info';
    if (isLogged(request, level)) {
      const ms = Math.round(reply.elapsedTime);
      request.log[level]({ ...facts(request), status: reply.statusCode, ms }, 'request');
    }
    done();
  });
  http.addHook('onRequestAbort', async (request) => {
    request.log.info(facts(request), 'the sender went away');
  });
}

/** Asked before what nobody reads is put together. */
function isLogged({ log }: FastifyRequest, level: 'debug' | 'info'): boolean {
  return (log as Logger).isLevelEnabled(level);
}

/** What the log says of a request. The token of a link is as good as the file, or the right to send one: it is left out. */
function facts(request: FastifyRequest): Record<string, unknown> {
  return {
    method: request.method,
    url: request.url.replace(/(\/(?:files|uploads)\/).*/su, '$1…').replace(/\?.*/su, '?…'),
    address: request.ip,
  };
}
