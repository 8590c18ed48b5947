import { DomainError } from '@cairn/shared-schema';
import type { FastifyInstance } from 'fastify';

/**
 * Refuses what a webhook delivers: behind a balancer the server cannot know its own public addresses, and an
 * organization could have it call itself.
 */
export function refuseDeliveries(http: FastifyInstance): void {
  http.addHook('onRequest', ({ headers }, _reply, done) => {
    done(headers['cairn-delivery'] === undefined ? undefined : deliveredHere());
  });
}

function deliveredHere(): DomainError {
  return new DomainError('FORBIDDEN', 'A webhook must not lead to a Cairn server.', {
    help: 'Give the webhook the address of a program of your own.',
  });
}
