import { DomainError } from '@cairn/shared-schema';
import { Seats } from '../concurrency/seats.js';
import { rateLimited } from '../rate-limit/rate-limited.js';

/** Requests that bring bytes to one process at the same time; each holds a connection and a file. */
const IN_ALL = 512;
const COME_AGAIN_MS = 5_000;

/** Uploads that are handed in to one process at the same time; each is copied whole. */
const HANDED_IN = 16;
const HANDED_IN_BY_NETWORK = 8;

/** Bounds how many requests bring bytes of uploads at once, for each network and in all. */
export function uploadSeats(perNetwork: number): Seats {
  return new Seats({
    perNetwork,
    inAll: IN_ALL,
    networkIsFull: () =>
      rateLimited(
        `${perNetwork} uploads come from your address at once, the most it may have`,
        COME_AGAIN_MS,
      ),
    allAreTaken: () =>
      new DomainError('SERVER_BUSY', 'The server receives as many files at once as it can.', {
        help: 'Try again in a minute; nothing that was sent is lost.',
        details: { retryAfterSeconds: 60 },
      }),
  });
}

/** Bounds how many uploads are handed in at once, for each network and in all. */
export function handInSeats(): Seats {
  return new Seats({
    perNetwork: HANDED_IN_BY_NETWORK,
    inAll: HANDED_IN,
    networkIsFull: () =>
      rateLimited(
        `${HANDED_IN_BY_NETWORK} uploads of your address are handed in at once, the most it may have`,
        COME_AGAIN_MS,
      ),
    allAreTaken: () =>
      new DomainError('SERVER_BUSY', 'As many uploads are handed in as the server looks at at once.', {
        help: 'Try again in a few seconds; the upload is kept.',
        details: { retryAfterSeconds: COME_AGAIN_MS / 1000 },
      }),
  });
}
