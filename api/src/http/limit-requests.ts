import type { FastifyInstance } from 'fastify';
import { rateLimited } from '../rate-limit/rate-limited.js';
import type { RateStore } from '../rate-limit/rate-store.js';
import { networkOf } from '../reservation/donor-network.js';

/** Turns requests away that come too fast from one network. @param perMinute - 0 for no limit. */
export function limitRequests(http: FastifyInstance, rates: RateStore, perMinute: number): void {
  if (perMinute === 0) return;
  const limit = { times: perMinute, seconds: 60 };
  http.addHook('onRequest', async (request) => {
    if (request.routeOptions.config?.probe) return;
    const wait = await rates.take(`request:network:${networkOf(request.ip)}`, limit);
    if (wait > 0) throw rateLimited(`More than ${perMinute} requests a minute came from your address`, wait);
  });
}
