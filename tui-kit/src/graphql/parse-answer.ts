import { ServerRefusedError } from '../errors/server-refused-error.js';
import { ServerUnreachableError } from '../errors/server-unreachable-error.js';
import { UnexpectedAnswerError } from '../errors/unexpected-answer-error.js';

const VERSION_CODES = ['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED'];

/**
 * Reads the body of a GraphQL answer.
 * @throws ServerRefusedError when the server said no; ServerUnreachableError when a gateway answered in its place;
 *   UnexpectedAnswerError when this is no GraphQL answer
 */
export function parseAnswer(status: number, body: string, retryAfter: string | null, url: string): unknown {
  const answer = parseJson(body);
  if (isRecord(answer) && Array.isArray(answer.errors) && answer.errors.length > 0) {
    throw refusal(answer.errors[0], retryAfter, url);
  }
  if (isRecord(answer) && isRecord(answer.data)) return answer.data;
  if (status === 429 || status === 503) {
    throw new ServerRefusedError(
      status === 429 ? 'RATE_LIMITED' : 'SERVER_BUSY',
      'the server is too busy to answer now',
      withRetryAfter({}, retryAfter),
    );
  }
  if (status === 502 || status === 504) throw new ServerUnreachableError(url, `a gateway answered ${status}`);
  throw new UnexpectedAnswerError(url, `with HTTP status ${status} and no GraphQL answer`);
}

/** @returns the error for one entry of a GraphQL answer's `errors` */
export function refusal(entry: unknown, retryAfter: string | null, url: string): Error {
  const record = isRecord(entry) ? entry : {};
  const extensions = isRecord(record.extensions) ? record.extensions : {};
  const message = typeof record.message === 'string' ? record.message : 'the server gave no reason';
  const code = typeof extensions.code === 'string' ? extensions.code : 'INTERNAL_SERVER_ERROR';
  if (VERSION_CODES.includes(code)) {
    return new UnexpectedAnswerError(url, `that it does not know this operation (${message})`);
  }
  const { code: _, stacktrace: __, ...rest } = extensions;
  return new ServerRefusedError(code, message, withRetryAfter(rest, retryAfter));
}

function withRetryAfter(
  extensions: Record<string, unknown>,
  retryAfter: string | null,
): Record<string, unknown> {
  const seconds = retryAfter === null ? Number.NaN : Number(retryAfter);
  return Number.isFinite(seconds) && seconds >= 0
    ? { retryAfterSeconds: seconds, ...extensions }
    : extensions;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
