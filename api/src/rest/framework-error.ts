import { DomainError } from '@cairn/shared-schema';

/** What Fastify refuses before a route is asked, by its code: what is wrong, and what to do. */
const KNOWN: Record<string, [wrong: string, help: string]> = {
  FST_ERR_BAD_URL: [
    'The path is no valid URL: found a % that two hex digits of UTF-8 do not follow.',
    'Percent-encode the ids in the path.',
  ],
  FST_ERR_MAX_PARAM_LENGTH: [
    'A part of the path is too long to be an id.',
    'Use the ids as the server gave them.',
  ],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    'The body has a content type that is not taken here.',
    'Send application/json, or multipart/form-data where a file is uploaded.',
  ],
};

/** The error to show for one of the server framework that blames the request; undefined for any other. */
export function frameworkError(error: unknown): DomainError | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  const { statusCode, message } = error;
  if (typeof statusCode !== 'number' || statusCode < 400 || statusCode >= 500) return undefined;
  if (statusCode === 413) {
    const options = { help: 'Send less at once.', cause: error };
    return new DomainError('FILE_TOO_LARGE', 'The request is too large.', options);
  }
  const [wrong, help] = KNOWN['code' in error ? String(error.code) : ''] ?? [
    `The request could not be read: ${message}.`,
    'Correct it and send it again.',
  ];
  return new DomainError('INVALID_REQUEST', wrong, { help, cause: error });
}
