import { VERSION } from '../../server/version.js';
import type { RestRoute } from '../rest-route.js';
import type { OpenApiDocument, OpenApiOperation } from './open-api.types.js';
import { operationOf, TOKEN_SCHEME } from './operation-of.js';
import { SchemaBook } from './schema-book.js';

const DESCRIPTION = `An organization publishes programs and input groups; donors reserve a group, execute and prove it, and upload the proof.

Every answer that is no file comes in an envelope: \`status\` \`success\` with \`data\`, or \`status\` \`error\` with \`error_code\` and \`error_message\`. Dates are ISO 8601 in UTC. Requests that change something are refused when a browser sends them from a page of another site. A path or a method that is not listed here answers \`INVALID_REQUEST\` with the status 404 or 405.

GraphQL, at \`/graphql\`, does the same and more.`;

const TOKEN = `The basic token that \`POST /account/login\` or \`POST /account/refresh-token\` gives, or an API token with the scope that \`x-access\` names.`;

/** The OpenAPI document of these routes. */
export function openApiDocument(routes: readonly RestRoute[]): OpenApiDocument {
  const book = new SchemaBook();
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  for (const route of routes) {
    const path = paths[route.path] ?? {};
    path[route.method.toLowerCase()] = operationOf(book, route);
    paths[route.path] = path;
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Cairn',
      version: VERSION,
      summary: 'Donated computing whose results need no trust',
      description: DESCRIPTION,
      license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [
      { name: 'account', description: 'Organizations and their sessions.' },
      { name: 'program', description: 'Programs, input groups and proofs.' },
    ],
    paths,
    components: {
      schemas: book.named(),
      securitySchemes: {
        [TOKEN_SCHEME]: { type: 'apiKey', in: 'header', name: 'token', description: TOKEN },
      },
    },
  };
}
