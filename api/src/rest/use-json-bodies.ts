import type { FastifyInstance } from 'fastify';

const MAX_JSON_BYTES = 65_536;

/** JSON bodies and no others, bounded; an empty body counts as none even when it is announced as JSON. */
export function useJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser(['application/json', 'text/plain']);
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: MAX_JSON_BYTES },
    (request, body: string, done) => {
      if (body === '') done(null, undefined);
      else parse(request, body, done);
    },
  );
}
