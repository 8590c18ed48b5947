import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { StoredFile } from './file-store.js';

/**
 * The bytes of a file that was hashed before. The last of them come only when all are the same as then, so that who
 * receives them under the file's name never has a whole other file.
 * @throws Error instead of the last piece, when they are not
 */
export async function* unchanged(
  source: Readable,
  { sha256, size }: StoredFile,
): AsyncGenerator<Buffer, void> {
  const hash = createHash('sha256');
  let held: Buffer = Buffer.alloc(0);
  let read = 0;
  for await (const piece of source as AsyncIterable<Buffer>) {
    read += piece.length;
    hash.update(piece);
    if (read > size) break;
    if (held.length > 0) yield held;
    held = piece;
  }
  const found = { sha256: hash.digest('hex'), size: read };
  if (found.size !== size || found.sha256 !== sha256) throw fileChanged({ sha256, size }, found);
  if (held.length > 0) yield held;
}

/** A file of the local disk is no longer what it was when it was received: a defect, or a broken disk. */
export function fileChanged(expected: StoredFile, found: StoredFile): Error {
  const [was, is] = [expected, found].map(({ sha256, size }) => `${size} bytes with SHA-256 ${sha256}`);
  return new Error(`A file changed before it was stored: expected ${was}, found ${is}.`);
}
