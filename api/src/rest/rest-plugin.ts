import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requireOwner } from '../account/require-owner.js';
import type { Caller } from '../context/caller.js';
import type { Log } from '../context/log.js';
import type { OperationContext } from '../context/operation-context.js';
import { drainRequest } from '../graphql/drain-request.js';
import { sendEnvelopeError, success } from './envelope.js';
import { sendFile } from './files/file-answer.js';
import { refuseOtherMethods } from './other-methods.js';
import { refuseCrossSite } from './refuse-cross-site.js';
import { type RestRequest, type RestRoute, routeUrl } from './rest-route.js';
import { REST_ROUTES } from './rest-routes.js';
import { formReader } from './uploads/read-form.js';
import { useJsonBodies } from './use-json-bodies.js';

/** What the REST face is given: a context for each request. */
export interface RestOptions {
  readonly createContext: (caller: Caller, log: Log) => OperationContext;
  /** Origins whose pages may call. */
  readonly origins: readonly string[];
}

/** The REST face: each route of the table, over the same operations as GraphQL. */
export async function restPlugin(app: FastifyInstance, options: RestOptions): Promise<void> {
  app.setErrorHandler(sendEnvelopeError);
  useJsonBodies(app);
  app.removeContentTypeParser('multipart/form-data');
  await app.register(multipart);
  app.addHook('onResponse', async (request) => drainRequest(request.raw));
  for (const route of REST_ROUTES) addRoute(app, route, options);
  refuseOtherMethods(app, REST_ROUTES);
}

function addRoute(app: FastifyInstance, route: RestRoute, options: RestOptions): void {
  app.route({
    method: route.method,
    url: routeUrl(route.path),
    config: { download: route.schemas.file !== undefined },
    // A HEAD must never reserve.
    exposeHeadRoute: route.method === 'GET' && !route.changes,
    handler: async (request, reply) => {
      if (route.changes) refuseCrossSite(request, options.origins);
      const ctx = options.createContext(callerOf(request), request.log);
      // Asked before a byte of an upload is read.
      if (route.access !== 'public') await requireOwner(ctx, route.access);
      const answer = await route.run(restRequest(ctx, request, reply));
      if (answer.kind === 'file') return sendFile(reply, answer.file);
      return reply.header('cache-control', 'no-store').send(success(answer.data));
    },
  });
}

function callerOf({ ip, headers: { token } }: FastifyRequest): Caller {
  return { address: ip, ownerToken: typeof token === 'string' && token !== '' ? token : undefined };
}

function restRequest(ctx: OperationContext, request: FastifyRequest, reply: FastifyReply): RestRequest {
  return {
    ctx,
    params: request.params,
    query: request.query,
    body: request.body,
    form: formReader(request, ctx.files),
    onBrokenOff: (run) => {
      const brokenOff = () => {
        if (reply.raw.writableFinished) return;
        run().catch((err: unknown) =>
          request.log.warn({ err }, 'could not clean up after a broken connection'),
        );
      };
      if (reply.raw.closed) brokenOff();
      else reply.raw.once('close', brokenOff);
    },
  };
}
