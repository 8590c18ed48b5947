import { createReadStream } from 'node:fs';
import { stat, utimes } from 'node:fs/promises';
import { fileMark } from './file-mark.js';
import type { StoredFile } from './file-store.js';
import { fileChanged } from './unchanged.js';
import { writeIncoming } from './write-incoming.js';

const COPY = { maxBytes: Number.POSITIVE_INFINITY, what: 'The file' };

/** A file's own time may be so much before the time at which it is put. Far below what the collector grants. */
const YOUNG_MS = 60_000;

/**
 * Whether a file's mark says that it is as it was when it was hashed and synced: it need not be read and written once
 * more. Its time, which the collector goes by, becomes the present one.
 */
export async function isUnchanged(
  path: string,
  { mark }: StoredFile,
  now: Date = new Date(),
): Promise<boolean> {
  if (mark === undefined) return false;
  const found = await stat(path, { bigint: true });
  if (mark !== fileMark(found)) return false;
  if (Number(found.mtimeMs) < now.getTime() - YOUNG_MS) await utimes(path, now, now);
  return true;
}

/**
 * Copies a file that was hashed, and syncs the copy.
 * @throws Error when the file is not the one that was hashed
 */
export async function copyUnchanged(from: string, to: string, file: StoredFile): Promise<void> {
  const copy = await writeIncoming(createReadStream(from), to, COPY);
  if (copy.sha256 !== file.sha256 || copy.size !== file.size) throw fileChanged(file, copy);
}
