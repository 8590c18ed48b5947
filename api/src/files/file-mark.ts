import type { BigIntStats } from 'node:fs';

/** What of a file changes whenever anybody writes to it or replaces it. */
export function fileMark({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
}
