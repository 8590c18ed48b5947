import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { openApiDocument } from '../openapi/open-api-document.js';
import { REST_ROUTES } from '../rest-routes.js';
import { renderPage } from './render-page.js';
import { STYLE } from './style.js';

const STYLE_HASH = createHash('sha256').update(STYLE.markup).digest('base64');

const HEADERS = {
  // The same until the server is replaced.
  'cache-control': 'no-cache',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
};

/** `GET /openapi.json`, and the same to be read: `GET /docs/rest`. */
export async function docsRoutes(app: FastifyInstance): Promise<void> {
  const document = openApiDocument(REST_ROUTES);
  const page = renderPage(document);
  const json = JSON.stringify(document);
  app.get('/openapi.json', (_request, reply) =>
    reply.headers(HEADERS).type('application/json; charset=utf-8').send(json),
  );
  app.get('/docs/rest', (_request, reply) =>
    reply.headers(HEADERS).type('text/html; charset=utf-8').send(page),
  );
}
