import type { FastifyInstance } from 'fastify';
import { EXPLORER_PATH, explorerFiles } from './explorer-files.js';

const HEADERS = {
  // The same until the server is replaced.
  'cache-control': 'no-cache',
  // Nothing from elsewhere, and no script in the page itself. Its parts write style elements as they are shown.
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
};

/** A page to try GraphQL on, at `/explorer`: served whole by this server, for a machine without the internet. */
export async function explorerRoutes(app: FastifyInstance): Promise<void> {
  for (const [name, { type, read }] of await explorerFiles()) {
    const path = name === '' ? EXPLORER_PATH : `${EXPLORER_PATH}/${name}`;
    app.get(path, async (_request, reply) =>
      reply
        .headers(HEADERS)
        .type(type)
        .send(await read()),
    );
  }
}
