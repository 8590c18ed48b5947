import { join } from 'node:path';
import type { FileStore } from '../files/file-store.js';
import { writeIncoming } from '../files/write-incoming.js';

const AT_ONCE = 8;

/**
 * Copies files from one store into another that lacks them. Each is hashed as it is written.
 * @returns the names of those that the first store does not have.
 * @throws Error when a file's content is not what its name says.
 */
export async function copyFiles(names: Iterable<string>, from: FileStore, to: FileStore): Promise<string[]> {
  const missing: string[] = [];
  const left = names[Symbol.iterator]();
  let failed = false;
  const work = async (): Promise<void> => {
    for (let next = left.next(); next.done !== true && !failed; next = left.next()) {
      try {
        if (!(await copyFile(next.value, from, to))) missing.push(next.value);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  // None is at work any more when this ends, however it ends.
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
  return missing.sort();
}

async function copyFile(name: string, from: FileStore, to: FileStore): Promise<boolean> {
  if (await to.exists(name)) return true;
  const folder = await to.tempFolder();
  try {
    const content = await from.open(name);
    if (content === undefined) return false;
    const path = join(folder.path, name);
    const file = await writeIncoming(content, path, { maxBytes: Number.MAX_SAFE_INTEGER, what: 'The file' });
    if (file.sha256 !== name)
      throw new Error(`The file ${name} is damaged: its content has the hash ${file.sha256}.`);
    await to.put(path, file);
    return true;
  } finally {
    await folder.remove();
  }
}
