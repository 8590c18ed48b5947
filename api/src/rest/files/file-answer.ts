import { Readable } from 'node:stream';
import { DomainError, type ErrorCode } from '@cairn/shared-schema';
import type { FastifyReply } from 'fastify';
import { downloadHeaders } from '../../files/download-headers.js';
import type { FileStore } from '../../files/file-store.js';

/** A file on its way to the caller. */
export interface FileAnswer {
  readonly filename: string;
  readonly contentType: string;
  /** Bytes. */
  readonly size: number;
  readonly body: Readable;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a file: never cached, never shown in place. */
export function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  reply.headers({
    ...downloadHeaders(file.filename, file.contentType),
    ...file.headers,
    'content-length': file.size,
  });
  if (reply.request.method !== 'HEAD') return reply.send(file.body);
  file.body.destroy();
  // An empty stream leaves the length in its header as it is.
  return reply.send(Readable.from([]));
}

/**
 * Opens a stored file that a row names.
 * @param missing the code to answer with when the file has gone since the row was read
 */
export async function openStored(
  files: FileStore,
  sha256: string,
  missing: ErrorCode,
): Promise<{ size: number; body: Readable }> {
  const size = await files.size(sha256);
  const body = size === undefined ? undefined : await files.open(sha256);
  if (size !== undefined && body !== undefined) return { size, body };
  throw new DomainError(missing, 'The file has just been deleted.', { help: 'Ask again.' });
}
