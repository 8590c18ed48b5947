import { createHmac, timingSafeEqual } from 'node:crypto';
import { MAX_SIGNED_URL_SECONDS } from '@cairn/shared-schema';

const MAX_TOKEN_LENGTH = 2048;
const MIN_SECRET_LENGTH = 16;

/** Makes and reads tokens that say something for a few minutes and need no other proof of who shows them. */
export class SignedTokens<Said extends object> {
  /**
   * @param secret - signs the tokens.
   * @param purpose - a token of one purpose is none of another.
   * @param now - the clock that they end by.
   */
  constructor(
    private readonly secret: string,
    private readonly purpose: string,
    private readonly now: () => Date,
  ) {
    if (secret.length < MIN_SECRET_LENGTH)
      throw new TypeError(
        `The secret for signed links is too short: expected ${MIN_SECRET_LENGTH} characters or more.`,
      );
  }

  /** A token for URLs, valid for five minutes unless told otherwise, and never longer. */
  sign(said: Said, seconds: number = MAX_SIGNED_URL_SECONDS): string {
    const lifetime = Math.min(seconds, MAX_SIGNED_URL_SECONDS);
    const expiry = Math.floor(this.now().getTime() / 1000) + lifetime;
    const body = Buffer.from(JSON.stringify({ ...said, e: expiry })).toString('base64url');
    return `${body}.${this.#signature(body).toString('base64url')}`;
  }

  /** What a token says; undefined when it was not made here or has expired. */
  read(token: string): Said | undefined {
    const [body, signature, ...more] = token.length > MAX_TOKEN_LENGTH ? [] : token.split('.');
    if (body === undefined || signature === undefined || more.length > 0) return undefined;
    const given = Buffer.from(signature, 'base64url');
    const expected = this.#signature(body);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    const said = JSON.parse(Buffer.from(body, 'base64url').toString()) as Said & { readonly e: number };
    return said.e * 1000 <= this.now().getTime() ? undefined : said;
  }

  #signature(body: string): Buffer {
    return createHmac('sha256', this.secret).update(`${this.purpose}\0`).update(body).digest();
  }
}
