import { isSignedBy } from './ed25519.js';
import { signedBytes } from './signed-bytes.js';

/** A server's key as it tells of it. */
export interface ServerKey {
  readonly publicKey: string;
  /** Of an earlier key: its signature that the current one takes its place. The current one has none. */
  readonly handover?: string | null | undefined;
}

/** What an earlier key of a server signs when another one takes its place. */
export function handoverBytes(from: string, to: string): Buffer {
  return signedBytes('cairn key handover 1', [
    ['from', from],
    ['to', to],
  ]);
}

/** Whether a key that was known before says itself that the other one takes its place. */
export function hasHandedOver(known: string, current: string, keys: readonly ServerKey[]): boolean {
  const handover = keys.find(({ publicKey }) => publicKey === known)?.handover;
  return handover != null && isSignedBy(known, handoverBytes(known, current), handover);
}
