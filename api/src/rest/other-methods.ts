import type { FastifyInstance } from 'fastify';
import { sendNoMethod } from './envelope.js';
import { type RestRoute, routeUrl } from './rest-route.js';

/** Refuses every method that a path of the table has no route for, before anything of the request is read. */
export function refuseOtherMethods(app: FastifyInstance, routes: readonly RestRoute[]): void {
  for (const [path, onPath] of Map.groupBy(routes, (route) => route.path)) {
    const allowed = onPath.flatMap(methodsOf);
    app.route({
      method: app.supportedMethods.filter((method) => !allowed.includes(method)),
      url: routeUrl(path),
      exposeHeadRoute: false,
      onRequest: async (request, reply) => sendNoMethod(request, reply, allowed),
      handler: () => undefined,
    });
  }
}

/** A HEAD must never reserve. */
function methodsOf({ method, changes }: RestRoute): string[] {
  return method === 'GET' && !changes ? ['GET', 'HEAD'] : [method];
}
