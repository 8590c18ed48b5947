import { MAX_ANSWER_BYTES } from '@cairn/shared-schema';
import { ServerUnreachableError } from '../errors/server-unreachable-error.js';
import { explainFetchFailure } from './explain-fetch-failure.js';
import { parseAnswer } from './parse-answer.js';
import { readBounded } from './read-bounded.js';
import type { CollectedBody } from './request-body.js';
import type { ServerAddress } from './server-address.js';
import { StallTimer } from './stall-timer.js';

export interface RequestOptions {
  /** Ends the request; its reason is what is thrown. */
  readonly signal?: AbortSignal;
  /** How long the request may go without a sign of life, in milliseconds. */
  readonly timeoutMs?: number;
}

/**
 * One POST to the GraphQL endpoint.
 * @returns the answer's `data`
 */
export async function sendRequest(
  address: ServerAddress,
  makeBody: (onChunk: () => void) => CollectedBody,
  options: RequestOptions & { timeoutMs: number; token: string | undefined },
): Promise<unknown> {
  options.signal?.throwIfAborted();
  const timer = new StallTimer(options.timeoutMs);
  try {
    const { headers, body } = makeBody(() => timer.touch());
    const response = await fetch(address.graphqlUrl, {
      method: 'POST',
      redirect: 'error',
      headers: { accept: 'application/json', ...headers, ...authorization(options.token) },
      body,
      duplex: 'half',
      signal: options.signal === undefined ? timer.signal : AbortSignal.any([options.signal, timer.signal]),
    });
    const text = await readBounded(response, MAX_ANSWER_BYTES, () => timer.touch());
    return parseAnswer(response.status, text, response.headers.get('retry-after'), address.url);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (timer.stalled) {
      throw new ServerUnreachableError(address.url, `no answer within ${options.timeoutMs / 1000} s`, error);
    }
    throw explainFetchFailure(error, address.url);
  } finally {
    timer.stop();
  }
}

function authorization(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}
