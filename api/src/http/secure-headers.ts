import type { FastifyInstance } from 'fastify';

/** For every answer. A page that needs more, such as GraphiQL, sets its own policy. */
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
} as const;

const YEAR_SECONDS = 365 * 24 * 3600;

/** Headers that keep a browser from doing with an answer what it is not meant for. */
export function secureHeaders(http: FastifyInstance): void {
  http.addHook('onRequest', (request, reply, done) => {
    reply.headers(HEADERS);
    // True only behind a trusted proxy that says so: this server itself speaks no TLS.
    if (request.protocol === 'https')
      reply.header('strict-transport-security', `max-age=${YEAR_SECONDS}; includeSubDomains`);
    done();
  });
}
