import { createHash } from 'node:crypto';

/** The name under which the file store keeps this content. */
export function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}
