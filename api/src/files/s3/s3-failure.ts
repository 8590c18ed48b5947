import { S3ServiceException } from '@aws-sdk/client-s3';
import { DomainError } from '@cairn/shared-schema';

const NO_ANSWER = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** The last one goes well once the store's answer has put the clock right. */
const NOT_NOW = ['SlowDown', 'RequestTimeout', 'RequestTimeTooSkewed'];

const RETRY_SECONDS = 60;

/** The HTTP status of an answer that was an error; undefined when there was no answer. */
export function statusOf(error: unknown): number | undefined {
  return error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;
}

/** Whether an error has this name, as the store's errors have. */
export function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}

/** The store is away or overloaded: the same request may go well later. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const status = statusOf(error);
  if (status !== undefined) return status >= 500 || status === 429 || isNamed(error, ...NOT_NOW);
  return isNamed(error, 'TimeoutError') || ('code' in error && NO_ANSWER.has(String(error.code)));
}

/**
 * SERVER_BUSY, after all tries, for a store that is away, or that the operator has to let this server into: whoever
 * asks loses nothing by asking again. Any other error comes back as it is.
 */
export function storeFailure(error: unknown): unknown {
  if (!isAway(error) && !isShut(error)) return error;
  return new DomainError('SERVER_BUSY', 'The server cannot use its file store now.', {
    help: 'Try again in a minute; nothing was changed.',
    details: { retryAfterSeconds: RETRY_SECONDS },
    cause: error,
  });
}

/** An answer of the store, with its failures in the words of callers. */
export async function asked<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw storeFailure(error);
  }
}

/** The key no longer opens the bucket, or it is gone: whoever asks for an object knows of one that is not there. */
function isShut(error: unknown): boolean {
  return [401, 403, 404].includes(statusOf(error) ?? 0);
}
