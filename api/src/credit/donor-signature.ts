import { invalidField, isPublicKey, isSignature, isSignedBy } from '@cairn/shared-schema';
import type { ServerKeys } from './server-keys.js';

/** A donor's key, and its signature of what is asked. */
export interface DonorSignature {
  readonly publicKey: string;
  readonly signature: string;
}

/**
 * Checks the form, before anything large is read.
 * @throws DomainError INVALID_REQUEST
 */
export function checkSignatureForm({ publicKey, signature }: DonorSignature): void {
  if (!isPublicKey(publicKey))
    throw invalidField(
      'donor.publicKey',
      'another form',
      '64 hex digits in lower case: a public key of Ed25519',
    );
  if (!isSignature(signature))
    throw invalidField(
      'donor.signature',
      'another form',
      '128 hex digits in lower case: a signature of Ed25519',
    );
}

/**
 * Checks that the donor has signed this, for this server under its current or an earlier key.
 * @param bytesFor - what is signed for a server of this public key.
 * @throws DomainError INVALID_REQUEST
 */
export function checkSignature(
  keys: Pick<ServerKeys, 'publicKeys'>,
  donor: DonorSignature,
  bytesFor: (server: string) => Uint8Array,
): void {
  checkSignatureForm(donor);
  const { publicKey, signature } = donor;
  if (keys.publicKeys.some((server) => isSignedBy(publicKey, bytesFor(server), signature))) return;
  throw invalidField(
    'donor.signature',
    'a signature of something else, or by another key',
    "this key's signature of these values and of a key that `serverInfo.receiptKeys` has",
    'Read `serverInfo.receiptKeys` again, and sign for this server.',
  );
}
