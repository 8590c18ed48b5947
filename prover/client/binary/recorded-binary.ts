import { readFile } from 'node:fs/promises';

/** Where the set-up writes the path of the finished binary; the same from `client/` and from `dist/`. */
const record = new URL('../../.cairn/binary-path', import.meta.url);

/** The path that the set-up recorded, or undefined when it has not run yet. */
export async function recordedBinary(file: URL = record): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim() || undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
