import { DomainError } from '@cairn/shared-schema';
import { Seats } from '../concurrency/seats.js';
import type { Config } from '../config/config.js';

/** Seats of followers that read the database again and again, however little they are told. */
export function followerSeats({ leasesPerAddress, sockets }: Config['limits']): Seats {
  return new Seats({
    perNetwork: leasesPerAddress,
    inAll: sockets,
    networkIsFull: () =>
      new DomainError(
        'RATE_LIMITED',
        `Your address has ${leasesPerAddress} subscriptions to work, input groups and proofs, the most it may.`,
        { help: 'End some of these subscriptions first, or ask now and then by HTTP.' },
      ),
    allAreTaken: () =>
      new DomainError('SERVER_BUSY', 'The server has as many followers as it may.', {
        help: 'Subscribe again in a minute, or ask by HTTP.',
      }),
  });
}
