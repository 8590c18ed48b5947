import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ReceivedFile } from './receive-upload.js';

/** Size and SHA-256 of a file in a private folder. */
export async function hashFile(path: string): Promise<ReceivedFile> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { path, sha256: hash.digest('hex'), size };
}
