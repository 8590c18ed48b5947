import type { FastifyRequest } from 'fastify';

/** What the log says of a request. The token of a download link is as good as the file: it is left out. */
export function logRequest(request: FastifyRequest): Record<string, unknown> {
  return {
    method: request.method,
    url: request.url.replace(/^(\/files\/).*/su, '$1…').replace(/\?.*/su, '?…'),
    remoteAddress: request.ip,
  };
}
