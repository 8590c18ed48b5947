import { DomainError } from '@cairn/shared-schema';

/**
 * What is shown instead of a defect. It promises nothing about what was done by then: many operations go in steps, and a
 * field may fail after what was asked for is done.
 */
export function maskedDefect(cause?: unknown): DomainError {
  return new DomainError('INTERNAL_SERVER_ERROR', 'The server made a mistake.', {
    help: 'Read again what you wanted to change, some of it may be done, and try again. If it stays, tell the operator the request id of the header `x-request-id`.',
    cause,
  });
}
