import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { DomainError } from '@cairn/shared-schema';
import type { FastifyInstance } from 'fastify';
import { Seats } from '../concurrency/seats.js';
import { DOWNLOADS_AT_ONCE } from '../files/downloads-at-once.js';
import { rateLimited } from '../rate-limit/rate-limited.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers with a file: holds a file or the store's connection for as long as the reader takes. */
    download?: boolean;
  }
}

const COME_AGAIN_MS = 5_000;
/** So long a request waits for the answer before it to be over. */
const PIPELINED_MS = 1_000;

/** Bounds how many files leave at once, for each network and in all. */
export function boundDownloads(http: FastifyInstance, perNetwork: number): void {
  const seats = new Seats({
    perNetwork,
    inAll: DOWNLOADS_AT_ONCE,
    networkIsFull: () =>
      rateLimited(`${perNetwork} downloads go to your address at once, the most it may have`, COME_AGAIN_MS),
    allAreTaken: () =>
      new DomainError('SERVER_BUSY', 'The server sends as many files at once as it can.', {
        help: 'Try again in a minute.',
        details: { retryAfterSeconds: 60 },
      }),
  });
  http.addHook('onRequest', async (request, { raw }) => {
    if (!request.routeOptions.config.download || raw.closed) return;
    if (!(await hasConnection(raw))) throw pipelined();
    if (raw.closed) return;
    raw.once('close', seats.take(request.ip));
  });
}

/**
 * Whether the connection is this answer's. While an earlier one still has it, Node would tell nobody when it breaks. That the
 * last answer has left, the server may hear a moment after its reader, who then has sent the next request already.
 */
async function hasConnection(raw: ServerResponse): Promise<boolean> {
  if (raw.socket !== null) return true;
  const assigned = once(raw, 'socket', { signal: AbortSignal.timeout(PIPELINED_MS) });
  return assigned.then(
    () => true,
    () => false,
  );
}

function pipelined(): DomainError {
  return new DomainError('INVALID_REQUEST', 'A file was asked for before the last request was answered.', {
    help: 'Wait for each answer before you ask for a file on the same connection, or use another connection.',
  });
}
