import { readdir, readFile } from 'node:fs/promises';

/** @returns the text of a file that the system shows, without the line's end; undefined where there is none */
export async function readText(path: string): Promise<string | undefined> {
  return (await readFile(path, 'latin1').catch(() => undefined))?.trim();
}

/** @returns the names in a folder; none where it is not there */
export async function namesIn(path: string): Promise<string[]> {
  return readdir(path).catch(() => []);
}
