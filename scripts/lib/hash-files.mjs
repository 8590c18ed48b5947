import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * All files below a folder, sorted, as paths relative to it with forward slashes.
 * @param {string} folder
 * @param {(path: string) => boolean} [wanted] asked for each file, and for each folder (with a slash at its end) before it is entered
 * @param {string} [prefix]
 * @returns {Promise<string[]>}
 */
export async function filesBelow(folder, wanted = () => true, prefix = '') {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true });
  const found = entries.map(async (entry) => {
    const path = `${prefix}${entry.name}${entry.isDirectory() ? '/' : ''}`;
    if (!wanted(path)) return [];
    return entry.isDirectory() ? filesBelow(folder, wanted, path) : [path];
  });
  return (await Promise.all(found)).flat().sort();
}

/**
 * One hash over named contents: it changes when a name or a content does, and not otherwise.
 * @param {Iterable<[name: string, content: string | Buffer]>} parts
 */
export function hashOf(parts) {
  const hash = createHash('sha256');
  for (const [name, content] of parts) {
    const bytes = Buffer.from(content);
    hash.update(`${Buffer.byteLength(name)}:${name}:${bytes.length}:`).update(bytes);
  }
  return hash.digest('hex');
}

/**
 * Contents of files, by their names relative to a folder.
 * @param {string} folder
 * @param {string[]} names
 * @returns {Promise<[name: string, content: Buffer][]>}
 */
export async function contentsOf(folder, names) {
  return Promise.all(
    names.map(async (name) => /** @type {[string, Buffer]} */ ([name, await readFile(join(folder, name))])),
  );
}
