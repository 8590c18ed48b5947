import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { UsageError } from '../errors/usage-error.js';
import type { PlacedUpload } from './collect-uploads.js';
import type { FileUpload } from './file-upload.js';

export interface MultipartBody {
  readonly contentType: string;
  /** The body in pieces of at most 64 KiB; files are read while it is sent. */
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * A request after the GraphQL multipart request specification: the operation, the map of files, the files.
 * @param operations the JSON text with `query` and `variables`, `null` in the places of the files
 * @param onChunk called with the size of each piece that is about to be sent
 */
export function multipartBody(
  operations: string,
  uploads: readonly PlacedUpload[],
  onChunk: (bytes: number) => void = () => {},
): MultipartBody {
  const boundary = `cairn-${randomBytes(16).toString('hex')}`;
  const map = Object.fromEntries(uploads.map((placed, index) => [String(index), [placed.path]]));
  async function* body(): AsyncGenerator<Uint8Array> {
    yield text(
      `${field(boundary, 'operations')}${operations}\r\n${field(boundary, 'map')}${JSON.stringify(map)}\r\n`,
    );
    for (const [index, { upload }] of uploads.entries()) {
      yield text(fileHead(boundary, String(index), upload));
      for await (const chunk of contentOf(upload)) {
        onChunk(chunk.byteLength);
        yield chunk;
      }
      yield text('\r\n');
    }
    yield text(`--${boundary}--\r\n`);
  }
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: body() };
}

function field(boundary: string, name: string): string {
  return `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n`;
}

function fileHead(boundary: string, name: string, upload: FileUpload): string {
  const fileName = upload.fileName.replace(/["\r\n\\]/gu, '_');
  const disposition = `form-data; name="${name}"; filename="${fileName}"`;
  return `--${boundary}\r\ncontent-disposition: ${disposition}\r\ncontent-type: ${upload.type}\r\n\r\n`;
}

async function* contentOf(upload: FileUpload): AsyncGenerator<Uint8Array> {
  if ('bytes' in upload.source) {
    yield upload.source.bytes;
    return;
  }
  const { path } = upload.source;
  try {
    for await (const chunk of createReadStream(path)) yield chunk as Uint8Array;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`cannot read the file ${path}: ${why}`, { expected: 'a readable file', cause });
  }
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}
