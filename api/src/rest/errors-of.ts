import { ERROR_CODES, type ErrorCode } from '@cairn/shared-schema';
import type { RestRoute } from './rest-route.js';

/** Every error that a route can answer with, in the order of the table of codes. */
export function errorsOf(route: RestRoute): ErrorCode[] {
  const codes = new Set<ErrorCode>([...route.errors, ...errorsOfKind(route)]);
  return (Object.keys(ERROR_CODES) as ErrorCode[]).filter((code) => codes.has(code));
}

/** The errors that follow from what kind of route it is. */
function* errorsOfKind({ method, access, changes, schemas }: RestRoute): Generator<ErrorCode> {
  yield* ['INTERNAL_SERVER_ERROR', 'RATE_LIMITED'] as const;
  // FORBIDDEN: an API token that does not allow it.
  if (access !== 'public') yield* ['INVALID_TOKEN', 'BAD_BASE_64_ENCODING', 'FORBIDDEN'] as const;
  // FORBIDDEN: a page of another site.
  if (changes) yield 'FORBIDDEN';
  if (method !== 'GET' || schemas.params !== undefined || schemas.query !== undefined)
    yield 'INVALID_REQUEST';
  // A body is read, and bounded, also where none is needed.
  if (method !== 'GET') yield 'FILE_TOO_LARGE';
  // Uploads wait for room on the disk or for the prover.
  if (schemas.form !== undefined) yield 'SERVER_BUSY';
}
