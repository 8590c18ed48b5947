import type { FastifyRequest } from 'fastify';
import type { Caller } from './caller.js';
import type { Log } from './log.js';
import type { OperationContext, ServerContext } from './operation-context.js';
import { RequestView } from './request-view.js';

/** The context of one request: an entity manager of its own over the server's parts. */
export function createContext(server: ServerContext, caller: Caller, log: Log): OperationContext {
  const em = server.database.em.fork();
  return { ...server, em, caller, log, view: new RequestView(em, server.clock), grantedGroups: new Set() };
}

/** The context of an HTTP request, with the token that its face found in it. */
export function requestContext(
  server: ServerContext,
  request: FastifyRequest,
  ownerToken: string | undefined,
): OperationContext {
  return createContext(server, { address: request.ip, ownerToken }, request.log);
}
