import { SignedTokens } from '../secrets/signed-tokens.js';
import { isSha256 } from './file-names.js';

/** What a download link gives away, and under which name and type. */
export interface LinkedFile {
  readonly sha256: string;
  /** Suggested to the receiver; made harmless before it is sent. */
  readonly filename: string;
  readonly contentType: string;
}

interface Payload {
  readonly h: string;
  readonly n: string;
  readonly t: string;
}

/** Makes and reads download links that are valid for a few minutes and need no other proof of who asks. */
export class DownloadLinks {
  readonly #tokens: SignedTokens<Payload>;

  /** @param secret signs the links; @param now the clock they end by */
  constructor(secret: string, now: () => Date) {
    this.#tokens = new SignedTokens(secret, 'cairn download link', now);
  }

  /** A relative URL, `/files/<token>`, valid for five minutes unless told otherwise. */
  sign({ sha256, filename, contentType }: LinkedFile, seconds?: number): string {
    if (!isSha256(sha256)) throw new TypeError('Only a stored file can be linked.');
    return `/files/${this.#tokens.sign({ h: sha256, n: filename, t: contentType }, seconds)}`;
  }

  /** What the token of a link stands for; undefined when it was not made here or has expired. */
  read(token: string): LinkedFile | undefined {
    const payload = this.#tokens.read(token);
    return payload && { sha256: payload.h, filename: payload.n, contentType: payload.t };
  }
}
