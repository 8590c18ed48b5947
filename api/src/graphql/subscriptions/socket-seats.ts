import { DomainError } from '@cairn/shared-schema';
import { Seats } from '../../concurrency/seats.js';
import type { Config } from '../../config/config.js';

/** A holder follows each reservation on a socket of its own, and comes back before the server knows that the old one is dead. */
const SOCKETS_PER_LEASE = 2;

/** Seats of WebSockets: each one takes memory and a file descriptor. */
export function socketSeats({ leasesPerAddress, sockets }: Config['limits']): Seats {
  const perNetwork = leasesPerAddress * SOCKETS_PER_LEASE;
  return new Seats({
    perNetwork,
    inAll: sockets,
    networkIsFull: () =>
      new DomainError('RATE_LIMITED', `Your address has ${perNetwork} WebSockets open, the most it may.`, {
        help: 'Follow several reservations on one connection, or close some first.',
      }),
    allAreTaken: () =>
      new DomainError('SERVER_BUSY', 'The server has as many WebSockets open as it may.', {
        help: 'Connect again in a minute, or ask by HTTP.',
      }),
  });
}
