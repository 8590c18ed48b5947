import { createHmac, type KeyObject } from 'node:crypto';
import { handoverBytes, privateKeyOf, publicKeyOf, type ServerKey, signBytes } from '@cairn/shared-schema';
import type { StoredSecrets } from '../config/stored-secrets.js';

/** The keys that this server signs receipts with, and is known by to donors. Replicas have the same, of the same secrets. */
export class ServerKeys {
  /** Public key of the one that signs, in hex. */
  readonly current: string;
  /** Public keys, the current one first: what was signed for any of them is taken. */
  readonly publicKeys: readonly string[];
  /** The same as clients are told. */
  readonly told: readonly ServerKey[];
  readonly #signing: KeyObject;

  /** Servers of before there were receipts have no secret for them: theirs comes from the one for reservations. */
  constructor({ receipts, reservation, earlierReceipts = [] }: StoredSecrets) {
    this.#signing = keyOf(receipts ?? reservation);
    this.current = publicKeyOf(this.#signing);
    const earlier = earlierReceipts.map(keyOf);
    this.publicKeys = [this.current, ...earlier.map(publicKeyOf)];
    this.told = [
      { publicKey: this.current, handover: null },
      ...earlier.map((key) => {
        const publicKey = publicKeyOf(key);
        return { publicKey, handover: signBytes(key, handoverBytes(publicKey, this.current)) };
      }),
    ];
  }

  /** A signature with the current key, in hex. */
  sign(bytes: Uint8Array): string {
    return signBytes(this.#signing, bytes);
  }
}

function keyOf(secret: string): KeyObject {
  return privateKeyOf(createHmac('sha256', secret).update('cairn receipt key').digest());
}
