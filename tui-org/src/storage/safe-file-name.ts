import { createHash } from 'node:crypto';

/**
 * A file name for an identifier that came from a server. A usual id stands as it is; anything else, such as one
 * with a path in it, is replaced by its hash, so that no server can name a file outside its folder.
 */
export function safeFileName(id: string): string {
  return /^[A-Za-z0-9_-]{1,64}$/u.test(id) ? id : `id-${createHash('sha256').update(id).digest('hex')}`;
}
