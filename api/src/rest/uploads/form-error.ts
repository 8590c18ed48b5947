import { DomainError } from '@cairn/shared-schema';

/** What the parser of multipart bodies says of bodies that are none. */
const BROKEN = /^Multipart: |unexpected end of multipart data|^The needle cannot/iu;
const CODES = new Set(['FST_PARTS_LIMIT', 'FST_FILES_LIMIT', 'FST_FIELDS_LIMIT', 'FST_MP_PREMATURE_CLOSE']);

/** INVALID_REQUEST for a form that cannot be read. */
export function badForm(found: string, expected: string, cause?: unknown): DomainError {
  return new DomainError('INVALID_REQUEST', `The form cannot be used: ${found}, expected ${expected}.`, {
    help: 'Send multipart/form-data with the parts "file" and "data".',
    details: { found, expected },
    cause,
  });
}

/** INVALID_REQUEST for an error of the parser of forms; anything else as it is. */
export function formError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  if (!BROKEN.test(error.message) && !CODES.has(code)) return error;
  return badForm(
    'a body that breaks off, or with too many parts',
    'the parts "file" and "data", whole',
    error,
  );
}
