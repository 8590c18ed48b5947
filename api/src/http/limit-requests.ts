import type { FastifyInstance } from 'fastify';
import type { RequestRates } from './request-rates.js';

/** Turns requests away that come too fast from one network. */
export function limitRequests(http: FastifyInstance, rates: RequestRates): void {
  http.addHook('onRequest', async (request) => {
    if (!request.routeOptions.config?.probe) await rates.count(request.ip);
  });
}
