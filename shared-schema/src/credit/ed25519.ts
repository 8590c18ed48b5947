import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** 32 bytes in lower-case hex: a public key has one form only. */
const PUBLIC_KEY = /^[0-9a-f]{64}$/u;
/** 64 bytes in lower-case hex. */
const SIGNATURE = /^[0-9a-f]{128}$/u;
/** What stands before the seed of a private key in PKCS #8 (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Whether a text has the form of a public key. */
export function isPublicKey(text: string): boolean {
  return PUBLIC_KEY.test(text);
}

/** Whether a text has the form of a signature. */
export function isSignature(text: string): boolean {
  return SIGNATURE.test(text);
}

/** Names a public key in 16 hex digits, the first of its SHA-256. */
export function keyIdOfPublic(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'hex')).digest('hex').slice(0, 16);
}

/** The private key of a seed of 32 bytes. */
export function privateKeyOf(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
}

/** The public key of a private one, in hex. */
export function publicKeyOf(key: KeyObject): string {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return Buffer.from(x, 'base64url').toString('hex');
}

/** An Ed25519 signature in hex. */
export function signBytes(key: KeyObject, bytes: Uint8Array): string {
  return sign(null, bytes, key).toString('hex');
}

/** Whether a signature of these bytes was made with the private key of this public one; false for what has not the form of either. */
export function isSignedBy(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  if (!isPublicKey(publicKey) || !isSignature(signature)) return false;
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, bytes, key, Buffer.from(signature, 'hex'));
  } catch {
    // No point of the curve.
    return false;
  }
}
