import type { FileStore } from '../files/file-store.js';

/** Works in a private folder that goes with it, whatever happens. */
export async function inTempFolder<T>(
  files: Pick<FileStore, 'tempFolder'>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await files.tempFolder();
  try {
    return await work(folder.path);
  } finally {
    await folder.remove();
  }
}
