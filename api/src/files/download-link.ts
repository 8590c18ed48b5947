import { createHmac, timingSafeEqual } from 'node:crypto';
import { MAX_SIGNED_URL_SECONDS } from '@cairn/shared-schema';
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
  /** Seconds since 1970. */
  readonly e: number;
}

const MAX_TOKEN_LENGTH = 2048;

/** Makes and reads download links that are valid for a few minutes and need no other proof of who asks. */
export class DownloadLinks {
  /** @param secret signs the links; @param now the clock they end by */
  constructor(
    private readonly secret: string,
    private readonly now: () => Date,
  ) {
    if (secret.length < 16)
      throw new TypeError('The secret for download links is too short: expected 16 characters or more.');
  }

  /** A relative URL, `/files/<token>`, valid for five minutes unless told otherwise. */
  sign(file: LinkedFile, seconds: number = MAX_SIGNED_URL_SECONDS): string {
    if (!isSha256(file.sha256)) throw new TypeError('Only a stored file can be linked.');
    const lifetime = Math.min(seconds, MAX_SIGNED_URL_SECONDS);
    const expiry = Math.floor(this.now().getTime() / 1000) + lifetime;
    const payload: Payload = { h: file.sha256, n: file.filename, t: file.contentType, e: expiry };
    const body = Buffer.from(JSON.stringify(payload)).toString('base64url');
    return `/files/${body}.${this.signature(body).toString('base64url')}`;
  }

  /** What the token of a link stands for; undefined when it was not made here or has expired. */
  read(token: string): LinkedFile | undefined {
    const [body, signature, ...more] = token.length > MAX_TOKEN_LENGTH ? [] : token.split('.');
    if (body === undefined || signature === undefined || more.length > 0) return undefined;
    const given = Buffer.from(signature, 'base64url');
    const expected = this.signature(body);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    const payload = JSON.parse(Buffer.from(body, 'base64url').toString()) as Payload;
    if (payload.e * 1000 <= this.now().getTime()) return undefined;
    return { sha256: payload.h, filename: payload.n, contentType: payload.t };
  }

  private signature(body: string): Buffer {
    return createHmac('sha256', this.secret).update('cairn download link\0').update(body).digest();
  }
}
