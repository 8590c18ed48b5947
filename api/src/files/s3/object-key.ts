import { randomUUID } from 'node:crypto';
import { isSha256, requireSha256 } from '../file-names.js';

/** Before the keys of all stored files. */
export const OBJECTS = 'objects/';

const KEY = /^objects\/([^/]+)\/[0-9a-f-]{36}$/u;

/**
 * Before the keys of everything that was put of one content.
 * @throws TypeError when the name is no SHA-256: no other text becomes a key
 */
export function prefixOf(sha256: string): string {
  return `${OBJECTS}${requireSha256(sha256)}/`;
}

/** A key for one put, which no other has: `objects/<sha256>/<random>`. */
export function newKey(sha256: string): string {
  return prefixOf(sha256) + randomUUID();
}

/** Which content a key stands for; undefined for a key that is not ours. */
export function sha256OfKey(key: string): string | undefined {
  const name = KEY.exec(key)?.[1];
  return name !== undefined && isSha256(name) ? name : undefined;
}
