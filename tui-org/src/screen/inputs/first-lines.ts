import { open } from 'node:fs/promises';

const MOST_BYTES = 4096;

/** The beginning of a file for a preview, as lines that may still have anything in them. @throws what reading throws */
export async function firstLines(path: string, most: number): Promise<string[]> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_BYTES), 0, MOST_BYTES, 0);
  return buffer.subarray(0, bytesRead).toString('utf8').split('\n').slice(0, most);
}
