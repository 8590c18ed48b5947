import type { FileStore } from '../files/file-store.js';

const AT_ONCE = 8;

/**
 * Copies files from one store into another that lacks them. Each is hashed as it is written.
 * @returns the names of those that the first store does not have.
 * @throws Error when a file's content is not what its name says.
 */
export async function copyFiles(names: Iterable<string>, from: FileStore, to: FileStore): Promise<string[]> {
  const missing: string[] = [];
  const left = names[Symbol.iterator]();
  const work = async (): Promise<void> => {
    for (let next = left.next(); next.done !== true; next = left.next()) {
      if (!(await copyFile(next.value, from, to))) missing.push(next.value);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return missing.sort();
}

async function copyFile(name: string, from: FileStore, to: FileStore): Promise<boolean> {
  if (await to.exists(name)) return true;
  const content = await from.open(name);
  if (content === undefined) return false;
  const { sha256 } = await to.put(content, { maxBytes: Number.MAX_SAFE_INTEGER, what: 'The file' });
  if (sha256 === name) return true;
  await to.delete(sha256);
  throw new Error(`The file ${name} is damaged: its content has the hash ${sha256}.`);
}
