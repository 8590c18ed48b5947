import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore, StoredFile } from '../files/file-store.js';
import { sha256 } from './sha256.js';

/** Puts a small file into a store, by way of the disk as uploads come. */
export async function putContent(files: FileStore, content: Buffer | string): Promise<StoredFile> {
  const folder = await files.tempFolder();
  try {
    const path = join(folder.path, 'put');
    await writeFile(path, content);
    const file = { sha256: sha256(content), size: Buffer.byteLength(content) };
    await files.put(path, file);
    return file;
  } finally {
    await folder.remove();
  }
}
