import { createHash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { DomainError } from '@cairn/shared-schema';
import { diskFull } from './disk-full.js';
import { fileMark } from './file-mark.js';
import type { StoredFile } from './file-store.js';
import { Pieces } from './pieces.js';

export interface UploadLimits {
  /** The upload is given up as soon as it is larger. */
  readonly maxBytes: number;
  /** What the file is, for messages: "the program archive". */
  readonly what: string;
}

/**
 * Writes a stream to a new file, hashing and counting as it goes, and syncs it. On any error the file is removed
 * and the source is destroyed.
 */
export async function writeIncoming(
  source: Readable,
  path: string,
  options: UploadLimits,
): Promise<StoredFile> {
  // A source may fail before it is read; whoever reads it then is told, and nobody else is to be.
  source.on('error', () => {});
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      return await copy(source, file, options);
    } finally {
      await file.close();
    }
  } catch (error) {
    source.destroy();
    await rm(path, { force: true });
    throw diskFull(error) ?? error;
  }
}

async function copy(source: Readable, file: FileHandle, options: UploadLimits): Promise<StoredFile> {
  const hash = createHash('sha256');
  const pieces = new Pieces(file);
  let size = 0;
  for await (const chunk of source as AsyncIterable<Buffer | string>) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > options.maxBytes) throw tooLarge(options);
    hash.update(bytes);
    await pieces.add(bytes);
  }
  await pieces.write();
  await file.sync();
  return { sha256: hash.digest('hex'), size, mark: fileMark(await file.stat({ bigint: true })) };
}

function tooLarge({ what, maxBytes }: UploadLimits): DomainError {
  return new DomainError('FILE_TOO_LARGE', `${what} is too large: expected at most ${maxBytes} bytes.`, {
    help: 'Send a smaller file.',
    details: { expected: `at most ${maxBytes} bytes` },
  });
}
