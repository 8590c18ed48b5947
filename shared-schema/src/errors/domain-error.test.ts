import { DomainError, invalidField, isDomainError } from './domain-error.js';
import { ERROR_CODES, httpStatusOf, isErrorCode } from './error-codes.js';

describe('the table of errors', () => {
  it('keeps the ten codes and statuses of the REST contract', () => {
    const seed = Object.entries(ERROR_CODES).slice(0, 10);
    expect(seed.map(([code, { status }]) => `${code} ${status}`)).toEqual([
      'ACCOUNT_NOT_FOUND 404',
      'PROGRAM_NOT_FOUND 404',
      'PROGRAM_NAME_TAKEN 409',
      'INPUT_GROUP_NOT_FOUND 404',
      'BAD_BASE_64_ENCODING 422',
      'WRONG_CREDENTIALS 403',
      'USERNAME_ALREADY_EXISTS 409',
      'REFRESH_TOKEN_NOT_FOUND 404',
      'INVALID_TOKEN 403',
      'INTERNAL_SERVER_ERROR 500',
    ]);
  });

  it.each([
    ['INVALID_REQUEST', 400],
    ['FORBIDDEN', 403],
    ['PROOF_NOT_FOUND', 404],
    ['RESERVATION_NOT_FOUND', 404],
    ['UPLOAD_NOT_FOUND', 404],
    ['RESERVATION_EXPIRED', 409],
    ['SUPERSEDED', 409],
    ['INVALID_STATE', 409],
    ['PROOF_REJECTED', 422],
    ['PROGRAM_INVALID', 422],
    ['FILE_TOO_LARGE', 413],
    ['RATE_LIMITED', 429],
    ['SERVER_BUSY', 503],
  ] as const)('answers %s with %i', (code, status) => {
    expect(httpStatusOf(code)).toBe(status);
  });

  it('takes no inherited property for a code', () => {
    expect(isErrorCode('toString')).toBe(false);
    expect(isErrorCode('FORBIDDEN')).toBe(true);
  });
});

describe('DomainError', () => {
  it('keeps cause, help and details', () => {
    const cause = new Error('disk');
    const error = new DomainError('PROOF_REJECTED', 'Refused.', {
      help: 'Prove again.',
      details: { reason: 'WRONG_INPUT' },
      cause,
    });
    expect(error).toMatchObject({ cause, status: 422, fullMessage: 'Refused. Prove again.' });
    expect(error.details).toEqual({ reason: 'WRONG_INPUT' });
    expect(Object.isFrozen(error.details)).toBe(true);
  });

  it('has no cause property when nothing was caught', () => {
    expect(new DomainError('FORBIDDEN', 'No.')).not.toHaveProperty('cause');
  });

  it('is told apart from other errors, and known across copies of the module', () => {
    const foreign = Object.assign(new Error('x'), { name: 'DomainError', code: 'FORBIDDEN' });
    expect(isDomainError(foreign)).toBe(true);
    expect(isDomainError(Object.assign(new Error('x'), { name: 'DomainError', code: 'ENOENT' }))).toBe(false);
    expect(isDomainError({ name: 'DomainError', code: 'FORBIDDEN' })).toBe(false);
  });

  it('names the field that is wrong', () => {
    expect(invalidField('limit', '51', '1 to 50').message).toBe('limit: found 51, expected 1 to 50.');
  });
});
