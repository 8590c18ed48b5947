import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-ws/client';
import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.js';
import { refusal } from './parse-answer.js';
import type { ServerAddress } from './server-address.js';

/** What happens to the connection under a subscription. */
export type ConnectionState = 'connecting' | 'connected' | 'lost';

export interface SubscribeOptions {
  readonly signal?: AbortSignal;
  readonly onConnection?: (state: ConnectionState) => void;
  /** The longest wait before it tries to connect again, in milliseconds (default 30,000). */
  readonly maxRetryDelayMs?: number;
}

interface InternalOptions extends SubscribeOptions {
  readonly token: (() => string | undefined | Promise<string | undefined>) | undefined;
}

/** One subscription on a connection of its own; see GraphqlClient.subscribe. */
export async function* subscribe<TResult>(
  address: ServerAddress,
  query: string,
  variables: unknown,
  options: InternalOptions,
): AsyncGenerator<TResult> {
  const client = connect(address, options);
  const results = client.iterate<Record<string, unknown>>({
    query,
    variables: variables as Record<string, unknown>,
  });
  const stop = (): void => void results.return?.();
  options.signal?.addEventListener('abort', stop, { once: true });
  try {
    if (options.signal?.aborted) return;
    for await (const result of results) {
      if (result.errors !== undefined) throw refusal(result.errors[0], null, address.url);
      yield result.data as TResult;
    }
  } catch (error) {
    if (options.signal?.aborted !== true) throw explain(error, address.url);
  } finally {
    options.signal?.removeEventListener('abort', stop);
    await client.dispose();
  }
}

/** The library throws a list of GraphQL errors, the event of a closed connection, or an error. */
function explain(error: unknown, url: string): unknown {
  if (Array.isArray(error)) return refusal(error[0], null, url);
  if (error instanceof Error) return error;
  return new UnexpectedAnswerError(url, 'a subscription by closing the connection');
}

function connect(address: ServerAddress, options: InternalOptions): ReturnType<typeof createClient> {
  const longest = options.maxRetryDelayMs ?? 30_000;
  return createClient({
    url: address.subscriptionUrl.href,
    connectionParams: async () => {
      const token = await options.token?.();
      return token === undefined ? {} : { authorization: `Bearer ${token}` };
    },
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => options.signal?.aborted !== true,
    retryWait: (retries) => waitQuietly(Math.min(longest, 250 * 2 ** Math.min(retries, 10)), options.signal),
    on: {
      connecting: () => options.onConnection?.('connecting'),
      connected: () => options.onConnection?.('connected'),
      closed: () => options.onConnection?.('lost'),
    },
  });
}

/** Waits, but no longer than the signal allows; it never throws, for the library has nobody to tell. */
async function waitQuietly(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  await pause(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => {});
}
