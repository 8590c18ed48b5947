/**
 * Every error that a caller can act upon: the code is GraphQL's `extensions.code` and REST's `error_code`,
 * `status` is REST's HTTP status. The first ten are fixed by the REST contract.
 */
export const ERROR_CODES = {
  ACCOUNT_NOT_FOUND: { status: 404, meaning: 'No organization has this id.' },
  PROGRAM_NOT_FOUND: {
    status: 404,
    meaning: 'No program has this id, or it belongs to another organization.',
  },
  PROGRAM_NAME_TAKEN: { status: 409, meaning: 'The organization already has a program of this name.' },
  INPUT_GROUP_NOT_FOUND: { status: 404, meaning: 'No such input group, or none that is free to work on.' },
  BAD_BASE_64_ENCODING: { status: 422, meaning: 'The parts of the token are not base64.' },
  WRONG_CREDENTIALS: { status: 403, meaning: 'User name and password do not belong together.' },
  USERNAME_ALREADY_EXISTS: { status: 409, meaning: 'Another account has this user name.' },
  REFRESH_TOKEN_NOT_FOUND: { status: 404, meaning: 'The refresh token is unknown, expired or deleted.' },
  INVALID_TOKEN: { status: 403, meaning: 'The token is missing, expired or was not issued by this server.' },
  INTERNAL_SERVER_ERROR: { status: 500, meaning: 'A defect in the server; what it had done by then stands.' },
  INVALID_REQUEST: { status: 400, meaning: 'A field is missing or has a value that is not allowed.' },
  FORBIDDEN: { status: 403, meaning: 'This caller may not do that.' },
  PROOF_NOT_FOUND: { status: 404, meaning: 'There is no such proof, or it belongs to another organization.' },
  RESERVATION_NOT_FOUND: {
    status: 404,
    meaning: 'No reservation has this token, or it is forgotten: thirty days after its deadline.',
  },
  UPLOAD_NOT_FOUND: {
    status: 404,
    meaning: 'This reservation has no such upload, or it was not gone on with in time.',
  },
  RESERVATION_EXPIRED: { status: 409, meaning: 'The reservation ended before the request came.' },
  SUPERSEDED: { status: 409, meaning: 'Another proof of the same input group was accepted first.' },
  INVALID_STATE: { status: 409, meaning: 'The present state does not allow this step.' },
  PROOF_REJECTED: { status: 422, meaning: 'The verifier refused the proof; the reason says why.' },
  PROGRAM_INVALID: { status: 422, meaning: 'The program archive cannot be used as it is.' },
  FILE_TOO_LARGE: { status: 413, meaning: 'A file is larger than the server takes.' },
  ANSWER_TOO_LARGE: {
    status: 413,
    meaning: 'The answer would be larger than one may be; ask for less at once.',
  },
  RATE_LIMITED: { status: 429, meaning: 'Too many requests; try again later.' },
  SERVER_BUSY: { status: 503, meaning: 'The server has no room for more work now; try again later.' },
} as const satisfies Record<string, { status: number; meaning: string }>;

/** One of the codes of {@link ERROR_CODES}. */
export type ErrorCode = keyof typeof ERROR_CODES;

/** True for a text that is one of the codes, for instance one that came from a server. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERROR_CODES, value);
}

/** The HTTP status that goes with a code. */
export function httpStatusOf(code: ErrorCode): number {
  return ERROR_CODES[code].status;
}
