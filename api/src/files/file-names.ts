import { join } from 'node:path';

const SHA256_HEX = /^[0-9a-f]{64}$/u;

/** True for a SHA-256 in lower-case hex, the only name a stored file can have. */
export function isSha256(text: string): boolean {
  return SHA256_HEX.test(text);
}

/**
 * The name, when it is one.
 * @throws TypeError for any other text: none of them becomes a path or a key
 */
export function requireSha256(text: string): string {
  if (isSha256(text)) return text;
  throw new TypeError('Not the name of a stored file: expected a SHA-256 in lower-case hex.');
}

/** Folders of a local file store below its root. */
export interface StoreFolders {
  readonly objects: string;
  readonly incoming: string;
  readonly discarded: string;
}

/** The layout of a local file store. */
export function storeFolders(root: string): StoreFolders {
  return {
    objects: join(root, 'objects'),
    incoming: join(root, 'incoming'),
    discarded: join(root, 'discarded'),
  };
}

/**
 * Folder and path of a stored file: `objects/ab/abcd…`.
 * @throws TypeError when the name is no SHA-256: no other text becomes a path
 */
export function objectPath(folders: StoreFolders, sha256: string): { folder: string; path: string } {
  const folder = join(folders.objects, requireSha256(sha256).slice(0, 2));
  return { folder, path: join(folder, sha256) };
}
