import { ClientError } from '../errors/client-error.js';
import { ServerUnreachableError } from '../errors/server-unreachable-error.js';

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'the connection was closed',
  EPIPE: 'the connection was closed',
  UND_ERR_SOCKET: 'the connection was closed',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'the name of the host could not be looked up',
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'no network',
  ETIMEDOUT: 'no answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'no answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'no answer in time',
  UND_ERR_BODY_TIMEOUT: 'the answer stopped',
};

/**
 * Turns what `fetch` threw into what a person can act on. An error of our own that happened while the body was
 * made (a file that cannot be read) is found in the chain of causes and given back as it is.
 */
export function explainFetchFailure(error: unknown, serverUrl: string): ClientError {
  const chain = causesOf(error);
  const own = chain.find((cause) => cause instanceof ClientError);
  if (own instanceof ClientError) return own;
  const code = chain.map(codeOf).find((found) => found !== undefined && found in REASONS);
  const last = chain.at(-1);
  const why = code === undefined ? (last instanceof Error ? last.message : String(last)) : REASONS[code];
  return new ServerUnreachableError(serverUrl, why ?? 'unknown reason', error);
}

function causesOf(error: unknown): unknown[] {
  const chain: unknown[] = [];
  for (let cause = error; cause !== undefined && chain.length < 8; ) {
    chain.push(cause);
    cause =
      cause instanceof AggregateError ? cause.errors[0] : cause instanceof Error ? cause.cause : undefined;
  }
  return chain;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
