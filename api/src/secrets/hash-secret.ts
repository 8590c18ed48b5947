import { createHash } from 'node:crypto';

/** What is stored of a secret: enough to recognise it, not enough to use it. For random secrets, not for passwords. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
