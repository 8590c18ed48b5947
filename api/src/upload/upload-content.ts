import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FileStore } from '../files/file-store.js';

/** The bytes of an upload, one piece after the other. */
export function uploadContent(files: FileStore, upload: string): Readable {
  return Readable.from(contentOf(files, upload), { objectMode: false });
}

/** SHA-256 of all bytes that there are of an upload, in hex. */
export async function hashOfUpload(files: FileStore, upload: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of contentOf(files, upload)) hash.update(chunk);
  return hash.digest('hex');
}

async function* contentOf({ pieces }: FileStore, upload: string): AsyncGenerator<Buffer> {
  for (const piece of await pieces.list(upload)) yield* await pieces.open(upload, piece);
}
