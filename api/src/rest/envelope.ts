import { DomainError, type ErrorCode, isDomainError } from '@cairn/shared-schema';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { maskedDefect } from '../http/masked-defect.js';
import { frameworkError } from './framework-error.js';

/** The answer to every REST request that went well and carries no file. */
export interface SuccessEnvelope<Data> {
  readonly status: 'success';
  readonly data: Data;
}

/** The answer to every REST request that did not. */
export interface ErrorEnvelope {
  readonly status: 'error';
  readonly error_code: ErrorCode;
  readonly error_message: string;
}

const MAX_SHOWN_PATH = 200;

/** Wraps what a route answers. */
export function success<Data>(data: Data): SuccessEnvelope<Data> {
  return { status: 'success', data };
}

/** Turns whatever was thrown into an error that may be shown; a defect is masked. */
export function toDomainError(error: unknown): DomainError {
  if (isDomainError(error)) return error;
  const refused = frameworkError(error);
  if (refused !== undefined) return refused;
  return maskedDefect(error);
}

/** Fastify error handler: the envelope with the code's status. Defects are logged whole. */
export function sendEnvelopeError(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const shown = toDomainError(error);
  if (shown.code === 'INTERNAL_SERVER_ERROR') logDefect(error, request);
  if (shown.details.retryAfterSeconds !== undefined)
    reply.header('retry-after', shown.details.retryAfterSeconds);
  // What a download had set before it failed does not belong to an error.
  for (const name of ['content-disposition', 'content-length', 'content-range', 'accept-ranges'])
    reply.removeHeader(name);
  return send(reply.code(shown.status), shown);
}

/**
 * Fastify handler for paths that no route has. The status is 404, as HTTP has it, though the table of codes gives
 * INVALID_REQUEST another one: none of its 404 codes is about paths.
 */
export function sendNoRoute(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = request.url.split('?')[0]?.slice(0, MAX_SHOWN_PATH);
  const shown = new DomainError('INVALID_REQUEST', `There is no ${request.method} ${path} here.`, {
    help: 'Check the method and the path: GET /docs/rest lists all of REST, GraphQL is at POST /graphql.',
  });
  return send(reply.code(404), shown);
}

/** Answers a method that a path does not have: 405, as HTTP has it. */
export function sendNoMethod(
  request: FastifyRequest,
  reply: FastifyReply,
  allowed: readonly string[],
): FastifyReply {
  const expected = allowed.join(' or ');
  const shown = new DomainError(
    'INVALID_REQUEST',
    `This path has no ${request.method}: expected ${expected}.`,
    { help: 'Check the method and the path; GET /docs/rest lists all.' },
  );
  return send(reply.code(405).header('allow', allowed.join(', ')), shown);
}

function send(reply: FastifyReply, shown: DomainError): FastifyReply {
  const envelope: ErrorEnvelope = {
    status: 'error',
    error_code: shown.code,
    error_message: shown.fullMessage,
  };
  return reply.type('application/json; charset=utf-8').header('cache-control', 'no-store').send(envelope);
}

/** A sender that went away in the middle is no defect of ours. */
function logDefect(err: unknown, { raw, log }: FastifyRequest): void {
  if (raw.destroyed && !raw.complete) log.info({ err }, 'the sender broke off');
  else log.error({ err }, 'defect');
}
