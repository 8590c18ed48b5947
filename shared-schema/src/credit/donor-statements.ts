import { signedBytes } from './signed-bytes.js';

/** A donor hands a proof in: this server, this input group, this file, nothing else. */
export interface SubmissionStatement {
  /** The server's public key. */
  readonly server: string;
  readonly inputGroupId: string;
  /** SHA-256 of the proof's file, in hex. */
  readonly proofSha256: string;
  /** The donor's public key. */
  readonly donor: string;
}

/** What a donor signs when it hands a proof in. */
export function submissionBytes({ server, inputGroupId, proofSha256, donor }: SubmissionStatement): Buffer {
  return signedBytes('cairn submission 1', [
    ['server', server],
    ['inputGroup', inputGroupId],
    ['proof', proofSha256],
    ['donor', donor],
  ]);
}

/** A donor says what it wants to be called. */
export interface NicknameStatement {
  readonly server: string;
  readonly donor: string;
  /** Empty for none. */
  readonly nickname: string;
  /** When it says so, ISO 8601 in UTC with milliseconds: of two, the later one holds. */
  readonly at: string;
}

/** What a donor signs when it changes its nickname. */
export function nicknameBytes({ server, donor, nickname, at }: NicknameStatement): Buffer {
  return signedBytes('cairn nickname 1', [
    ['server', server],
    ['donor', donor],
    ['nickname', nickname],
    ['at', at],
  ]);
}
