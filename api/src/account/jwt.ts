import { DomainError } from '@cairn/shared-schema';
import jwt from 'jsonwebtoken';
import { keyIdOf, secretOf, type TokenSecrets } from './token-keys.js';

const { decode, sign, verify } = jwt;

const ISSUER = 'cairn';
const BASE64URL = /^[A-Za-z0-9_-]+={0,2}$/u;

/** What a token says. */
export interface TokenClaims {
  /** Id of the token. */
  readonly id: string;
  readonly organizationId: string;
  /** Id of the session's refresh token: a session that is ended takes its basic tokens along. */
  readonly sessionId: string;
}

/** Which of the two tokens of a session; each is signed with secrets of its own. */
export type TokenUse = 'basic' | 'refresh';

/** Signs a token that ends at `expiresAt`, with the first of the secrets. */
export function signToken(
  use: TokenUse,
  [secret]: TokenSecrets,
  claims: TokenClaims,
  issuedAt: Date,
  expiresAt: Date,
): string {
  const payload = { iat: seconds(issuedAt), exp: seconds(expiresAt), sid: claims.sessionId };
  return sign(payload, secret, {
    algorithm: 'HS256',
    keyid: keyIdOf(secret),
    issuer: ISSUER,
    audience: use,
    subject: claims.organizationId,
    jwtid: claims.id,
  });
}

/**
 * Checks a token and reads it.
 * @throws DomainError BAD_BASE_64_ENCODING when its parts are not base64, INVALID_TOKEN for anything else that is wrong.
 */
export function readToken(use: TokenUse, secrets: TokenSecrets, token: string, now: Date): TokenClaims {
  const parts = token.split('.');
  if (parts.length === 3 && !parts.every((part) => BASE64URL.test(part))) {
    throw new DomainError('BAD_BASE_64_ENCODING', 'The parts of the token are not base64.', {
      help: 'Send the token exactly as it was given.',
    });
  }
  try {
    const secret = secretOf(secrets, decode(token, { complete: true })?.header.kid);
    if (secret === undefined) throw invalidToken(undefined);
    const payload = verify(token, secret, {
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: use,
      clockTimestamp: seconds(now),
    });
    return claimsOf(payload);
  } catch (error) {
    throw invalidToken(error);
  }
}

function claimsOf(payload: string | jwt.JwtPayload): TokenClaims {
  if (typeof payload === 'string') throw invalidToken(undefined);
  const { jti, sub, sid } = payload;
  if (jti === undefined || sub === undefined || typeof sid !== 'string') throw invalidToken(undefined);
  return { id: jti, organizationId: sub, sessionId: sid };
}

/** INVALID_TOKEN for a token that was sent but does not hold. */
export function invalidToken(cause: unknown): DomainError {
  const expired = cause instanceof Error && cause.name === 'TokenExpiredError';
  return new DomainError(
    'INVALID_TOKEN',
    expired
      ? 'The token has expired.'
      : 'The token was not issued by this server, was changed, or has been ended.',
    { help: 'Refresh the session, or log in again.', cause },
  );
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
