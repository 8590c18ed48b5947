import type { IncomingMessage } from 'node:http';
import { DomainError } from '@cairn/shared-schema';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { processRequest, type UploadOptions } from 'graphql-upload-minimal';

/**
 * Reads a multipart request up to its files, which stream in when operations ask for them.
 * @throws DomainError INVALID_REQUEST, FILE_TOO_LARGE
 */
export async function readMultipart(
  request: FastifyRequest,
  reply: FastifyReply,
  bounds: UploadOptions,
): Promise<unknown> {
  keepParserErrors(request.raw);
  try {
    return await processRequest(request.raw, reply.raw, bounds);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const tooLarge = cause instanceof Error && 'status' in cause && cause.status === 413;
    throw new DomainError(
      tooLarge ? 'FILE_TOO_LARGE' : 'INVALID_REQUEST',
      `The multipart request cannot be read: ${why}`,
      { help: 'Send it by the GraphQL multipart request specification.', cause },
    );
  }
}

/**
 * The parser tells of a broken part twice, and graphql-upload-minimal listens once: the second time would end the whole
 * process. The first is what is answered.
 */
function keepParserErrors(request: IncomingMessage): void {
  const pipe = request.pipe.bind(request);
  request.pipe = (parser, options) =>
    pipe(
      parser.on('error', () => {}),
      options,
    );
}

/** Whether a request says that its body has several parts. */
export function isMultipart(request: FastifyRequest): boolean {
  return /^multipart\/form-data\b/iu.test(request.headers['content-type'] ?? '');
}
