import type { FastifyRequest } from 'fastify';
import { AnswerRoom } from './answer-room.js';
import type { Caller } from './caller.js';
import type { Log } from './log.js';
import type { OperationContext, ServerContext } from './operation-context.js';
import { OwnEntityManager } from './own-entity-manager.js';
import { RequestView } from './request-view.js';

/** The context of one request: an entity manager of its own over the server's parts, made when it is first asked for. */
export function createContext(server: ServerContext, caller: Caller, log: Log): OperationContext {
  const own = new OwnEntityManager(server.database);
  return {
    ...server,
    get em() {
      return own.em;
    },
    caller,
    log,
    view: new RequestView(own, server.clock),
    room: new AnswerRoom(),
    grantedGroups: new Set(),
  };
}

/** The context of an HTTP request, with the token that its face found in it. */
export function requestContext(
  server: ServerContext,
  request: FastifyRequest,
  ownerToken: string | undefined,
): OperationContext {
  return createContext(server, { address: request.ip, ownerToken }, request.log);
}
