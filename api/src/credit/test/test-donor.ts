import { randomBytes } from 'node:crypto';
import { nicknameBytes, privateKeyOf, publicKeyOf, signBytes, submissionBytes } from '@cairn/shared-schema';
import type { TestServer } from '../../test/test-server.js';
import type { DonorSignature } from '../donor-signature.js';
import type { NicknameChange } from '../set-nickname.js';

/** A donor with a key of its own, as a client is one. */
export class TestDonor {
  readonly #key = privateKeyOf(randomBytes(32));
  readonly publicKey = publicKeyOf(this.#key);

  /** Signs that it hands in this file for this input group. */
  submission(server: TestServer, inputGroupId: string, proofSha256: string): DonorSignature {
    const statement = { server: keyOf(server), inputGroupId, proofSha256, donor: this.publicKey };
    return this.signed(submissionBytes(statement));
  }

  /** Signs a nickname; `donor` is whose key it says it is. */
  nickname(server: TestServer, nickname: string, at = new Date(), donor = this.publicKey): NicknameChange {
    const statement = { server: keyOf(server), donor, nickname, at: at.toISOString() };
    return { donor: this.signed(nicknameBytes(statement)), nickname, at };
  }

  signed(bytes: Uint8Array): DonorSignature {
    return { publicKey: this.publicKey, signature: signBytes(this.#key, bytes) };
  }
}

/** What the server says its key is. */
function keyOf({ app }: TestServer): string {
  return app.server.serverKeys.current;
}
