import { createHash } from 'node:crypto';
import { isSignedBy, signBytes, signedBytes } from '@cairn/shared-schema';
import type { SigningKey } from '@cairn/tui-kit';
import type { ManifestSignature } from './manifest.js';

/** Signs a manifest, byte by byte, as the organization of this key. */
export function signManifest(text: Uint8Array, { publicKey, privateKey }: SigningKey): ManifestSignature {
  const signature = signBytes(privateKey, bytesToSign(text, publicKey));
  return { cairnBundleSignature: 1, publicKey, signature };
}

/** Whether the key that a signature names has signed these very bytes. */
export function isManifestSigned(text: Uint8Array, { publicKey, signature }: ManifestSignature): boolean {
  return isSignedBy(publicKey, bytesToSign(text, publicKey), signature);
}

function bytesToSign(text: Uint8Array, organization: string): Buffer {
  const manifest = createHash('sha256').update(text).digest('hex');
  return signedBytes('cairn bundle 1', [
    ['organization', organization],
    ['manifest', manifest],
  ]);
}
