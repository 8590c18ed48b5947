import { DomainError } from '@cairn/shared-schema';
import jwt from 'jsonwebtoken';

const { sign, verify } = jwt;

const ISSUER = 'cairn';
const BASE64URL = /^[A-Za-z0-9_-]+={0,2}$/u;

/** What a token says. */
export interface TokenClaims {
  /** Id of the token. */
  readonly id: string;
  readonly organizationId: string;
}

/** Which of the two tokens of a session; each is signed with a secret of its own. */
export type TokenUse = 'basic' | 'refresh';

/** Signs a token that ends at `expiresAt`. */
export function signToken(
  use: TokenUse,
  secret: string,
  claims: TokenClaims,
  issuedAt: Date,
  expiresAt: Date,
): string {
  const payload = { iat: seconds(issuedAt), exp: seconds(expiresAt) };
  return sign(payload, secret, {
    algorithm: 'HS256',
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
export function readToken(use: TokenUse, secret: string, token: string, now: Date): TokenClaims {
  const parts = token.split('.');
  if (parts.length === 3 && !parts.every((part) => BASE64URL.test(part))) {
    throw new DomainError('BAD_BASE_64_ENCODING', 'The parts of the token are not base64.', {
      help: 'Send the token exactly as it was given.',
    });
  }
  try {
    const payload = verify(token, secret, {
      algorithms: ['HS256'],
      issuer: ISSUER,
      audience: use,
      clockTimestamp: seconds(now),
    });
    if (typeof payload === 'string' || payload.jti === undefined || payload.sub === undefined) {
      throw invalidToken(undefined);
    }
    return { id: payload.jti, organizationId: payload.sub };
  } catch (error) {
    throw invalidToken(error);
  }
}

/** INVALID_TOKEN for a token that was sent but does not hold. */
export function invalidToken(cause: unknown): DomainError {
  const expired = cause instanceof Error && cause.name === 'TokenExpiredError';
  return new DomainError(
    'INVALID_TOKEN',
    expired ? 'The token has expired.' : 'The token was not issued by this server, or was changed.',
    { help: 'Refresh the session, or log in again.', cause },
  );
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
