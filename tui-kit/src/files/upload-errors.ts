import type { ClientError } from '../errors/client-error.js';
import { ServerRefusedError } from '../errors/server-refused-error.js';
import { ServerUnreachableError } from '../errors/server-unreachable-error.js';

/** How far the upload is, or where it goes, is no longer what we were told: ask again. */
export const OUT_OF_STEP = 'UPLOAD_OUT_OF_STEP';

/** All bytes came, and the server found others than announced: they were changed on their way, or on disk. */
export const CORRUPT = 'UPLOAD_CORRUPT';
const CHECKSUM_MISMATCH = 460;

/** What the server says of a link that has expired, an offset that has moved, an upload that is gone. */
const STALE = ['FORBIDDEN', 'INVALID_STATE', 'UPLOAD_NOT_FOUND'];

/** The error for an answer of an upload link that is no success. */
export function refusedUpload({ status, headers }: Response, body: string, serverUrl: string): ClientError {
  const refusal = parse(body);
  if (refusal === undefined) {
    return new ServerUnreachableError(serverUrl, `it answered an upload with HTTP status ${status}`);
  }
  const code = codeOf(status, refusal.error_code);
  const retryAfter = Number(headers.get('retry-after') ?? Number.NaN);
  const seconds = Number.isFinite(retryAfter) ? { retryAfterSeconds: retryAfter } : {};
  return new ServerRefusedError(code, refusal.error_message, { status, ...seconds });
}

/** An earlier request of ours, or of a client that was killed, is not at its end there yet. */
export function stillBeingSent(): ClientError {
  return new ServerRefusedError('SERVER_BUSY', 'the server still receives what was sent before');
}

function codeOf(status: number, code: string): string {
  if (status === CHECKSUM_MISMATCH) return CORRUPT;
  return STALE.includes(code) ? OUT_OF_STEP : code;
}

function parse(body: string): { error_code: string; error_message: string } | undefined {
  try {
    const { error_code, error_message } = JSON.parse(body) as Record<string, unknown>;
    if (typeof error_code === 'string' && typeof error_message === 'string')
      return { error_code, error_message };
  } catch {
    // A gateway's page.
  }
  return undefined;
}
