import { readFileSync, statSync } from 'node:fs';

/** The file in a bundle's folder that says of what it was made. */
export const STAMP_FILE = 'stamp.json';

/** What a bundle was made of: for each file its address, seen from the stamp, and its state then. */
export type BundleStamp = Readonly<Record<string, string>>;

/**
 * The state of files that are written anew whenever something of a client changes.
 * @param folder of the bundle
 * @param files addresses seen from there
 */
export function stampOf(folder: URL, files: readonly string[]): BundleStamp {
  return Object.fromEntries(files.map((file) => [file, stateOf(new URL(file, folder))]));
}

/** Whether a bundle is there, and everything is still as it was when it was made. */
export function isBundleFresh(folder: URL): boolean {
  try {
    const stamp = JSON.parse(readFileSync(new URL(STAMP_FILE, folder), 'utf8')) as BundleStamp;
    return Object.entries(stamp).every(([file, state]) => state === stateOf(new URL(file, folder)));
  } catch {
    return false;
  }
}

function stateOf(file: URL): string {
  const { mtimeMs, size } = statSync(file);
  return `${mtimeMs} ${size}`;
}
