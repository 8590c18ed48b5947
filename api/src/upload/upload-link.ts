import { SignedTokens } from '../secrets/signed-tokens.js';

/** What an upload link allows: bytes of this length and this hash may be appended to this upload. */
export interface LinkedUpload {
  readonly id: string;
  /** Bytes of the whole file. */
  readonly size: number;
  readonly sha256: string;
}

interface Payload {
  readonly u: string;
  readonly m: typeof METHOD;
  readonly l: number;
  readonly h: string;
}

/** HEAD, which only looks, is allowed with it. */
const METHOD = 'PATCH';

/** Makes and reads links that bytes of an upload are sent to; whoever has one needs no other proof for five minutes. */
export class UploadLinks {
  readonly #tokens: SignedTokens<Payload>;

  /** @param secret signs the links; @param now the clock they end by */
  constructor(secret: string, now: () => Date) {
    this.#tokens = new SignedTokens(secret, 'cairn upload link', now);
  }

  /** A relative URL, `/uploads/<token>`: method, upload, length and SHA-256 are signed. */
  sign({ id, size, sha256 }: LinkedUpload): string {
    return `/uploads/${this.#tokens.sign({ u: id, m: METHOD, l: size, h: sha256 })}`;
  }

  /** What the token of a link allows; undefined when it was not made here or has expired. */
  read(token: string): LinkedUpload | undefined {
    const payload = this.#tokens.read(token);
    if (payload?.m !== METHOD) return undefined;
    return { id: payload.u, size: payload.l, sha256: payload.h };
  }
}
