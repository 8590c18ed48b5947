import { createHash, type Hash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ServerContext } from '../context/operation-context.js';
import { writeIncoming } from '../files/write-incoming.js';
import { PieceCutter } from './piece-cutter.js';
import type { ResumableUpload } from './resumable-upload.entity.js';
import { longerThanAnnounced } from './upload-errors.js';
import type { Writer } from './writer.js';

/** A crash loses no more than one piece. */
export const PIECE_BYTES = 4 * 1024 * 1024;

const PIECE = { maxBytes: PIECE_BYTES, what: 'The piece' };

/** How far an upload is, and what its bytes hash to where one request brought them all. */
interface Received {
  readonly offset: number;
  readonly sha256: string | undefined;
}

/**
 * Keeps what comes in, a piece at a time: each is synced before it is told of. What came before a connection broke stays.
 * @throws DomainError FILE_TOO_LARGE; the source's own error when it breaks off
 */
export async function receivePieces(
  server: ServerContext,
  upload: ResumableUpload,
  begin: number,
  source: Readable,
  writer: Writer,
): Promise<Received> {
  const cutter = new PieceCutter(source);
  const whole = begin === 0 ? createHash('sha256') : undefined;
  const folder = await server.files.tempFolder();
  let offset = begin;
  try {
    while (offset < upload.size && (await cutter.hasMore())) {
      const path = join(folder.path, String(offset));
      const content = hashed(cutter.next(Math.min(PIECE_BYTES, upload.size - offset)), whole);
      const piece = await writeIncoming(Readable.from(content), path, PIECE);
      await server.files.pieces.put(upload.id, offset, path, piece);
      await rm(path, { force: true });
      offset += piece.size;
      await writer.piece();
    }
    if (await cutter.hasMore()) throw longerThanAnnounced(upload.size);
  } finally {
    await folder.remove();
  }
  if (cutter.failure !== undefined) throw cutter.failure;
  return { offset, sha256: whole?.digest('hex') };
}

async function* hashed(content: AsyncIterable<Buffer>, hash: Hash | undefined): AsyncGenerator<Buffer> {
  for await (const chunk of content) {
    hash?.update(chunk);
    yield chunk;
  }
}
