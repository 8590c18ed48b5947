import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { MAX_INPUT_GROUPS_PER_UPLOAD } from '@cairn/shared-schema';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requestContext } from '../context/create-context.js';
import type { OperationContext, ServerContext } from '../context/operation-context.js';
import { bearerToken } from './bearer-token.js';
import { drainRequest } from './drain-request.js';
import { isMultipart, readMultipart } from './read-multipart.js';
import { sendGraphqlError } from './send-graphql-error.js';

export const GRAPHQL_PATH = '/graphql';

/** How large the `operations` and `map` fields of a multipart request may be. */
const MAX_FIELD_BYTES = 512 * 1024;

export interface GraphqlRoutesOptions {
  readonly apollo: ApolloServer<OperationContext>;
  readonly server: ServerContext;
}

/** GraphQL over HTTP, with uploads by the multipart request specification. */
export async function graphqlRoutes(app: FastifyInstance, options: GraphqlRoutesOptions): Promise<void> {
  const { apollo, server } = options;
  const { limits } = server.config;
  // One byte more than the largest file: operations stop each upload at its own limit before this one cuts it off.
  const { archiveBytes, inputBytes, inputArchiveBytes, executionBytes, proofBytes } = limits;
  const maxFileSize = 1 + Math.max(archiveBytes, inputBytes, inputArchiveBytes, executionBytes, proofBytes);
  const bounds = { maxFileSize, maxFiles: MAX_INPUT_GROUPS_PER_UPLOAD, maxFieldSize: MAX_FIELD_BYTES };

  app.setErrorHandler(sendGraphqlError);
  // Only marks the body: the parts are read in the preHandler, as they stream in.
  app.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null, undefined));
  app.addHook('onResponse', (request, _reply, done) => {
    drainRequest(request.raw);
    done();
  });
  app.route({
    method: ['GET', 'POST', 'OPTIONS'],
    url: GRAPHQL_PATH,
    preHandler: async (request: FastifyRequest, reply: FastifyReply) => {
      if (!isMultipart(request)) return;
      request.body = await readMultipart(request, reply, bounds);
    },
    handler: fastifyApolloHandler(apollo, {
      context: async (request) => requestContext(server, request, bearerToken(request.headers.authorization)),
    }),
  });
}
