import { DomainError, isDomainError } from '@cairn/shared-schema';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { maskedDefect } from '../http/masked-defect.js';
import { extensionsOf } from './format-error.js';

/** Answers what went wrong before GraphQL was reached, in GraphQL's form: a body that cannot be read, or a defect. */
export function sendGraphqlError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const shown = shownError(error);
  if (shown.code === 'INTERNAL_SERVER_ERROR') request.log.error({ err: error }, 'defect before GraphQL');
  const { message, status } = shown;
  const { retryAfterSeconds } = shown.details;
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
  return reply.code(status).send({ errors: [{ message, extensions: extensionsOf(shown) }] });
}

function shownError(error: unknown): DomainError {
  if (isDomainError(error)) return error;
  const status = statusOf(error);
  const why = error instanceof Error ? error.message : String(error);
  if (status === 413) {
    return new DomainError('FILE_TOO_LARGE', `The request is too large: ${why}`, {
      help: 'Send less at once.',
    });
  }
  if (status !== undefined && status >= 400 && status < 500) {
    return new DomainError('INVALID_REQUEST', `The request cannot be read: ${why}`, {
      help: 'Send JSON, or a multipart request by the GraphQL multipart request specification.',
    });
  }
  return maskedDefect();
}

/** Fastify says `statusCode`, graphql-upload-minimal `status`. */
function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { statusCode, status } = error as { statusCode?: unknown; status?: unknown };
  const found = statusCode ?? status;
  return typeof found === 'number' ? found : undefined;
}
