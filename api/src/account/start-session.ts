import { randomBytes } from 'node:crypto';
import type { OperationContext } from '../context/operation-context.js';
import { donorNetwork } from '../reservation/donor-network.js';
import { hashSecret } from '../secrets/hash-secret.js';
import { signToken } from './jwt.js';
import type { Organization } from './organization.entity.js';
import { RefreshToken } from './refresh-token.entity.js';
import { Session, Token } from './session.types.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Starts a session: a basic token, and a refresh token of which the hash is kept. */
export async function startSession(
  ctx: OperationContext,
  organization: Organization,
  now: Date,
): Promise<Session> {
  const { refreshTokenSecrets, refreshTokenDays } = ctx.config.token;
  const id = randomBytes(16).toString('hex');
  const expiresAt = new Date(now.getTime() + refreshTokenDays * DAY_MS);
  const claims = { id, organizationId: organization.id, sessionId: id };
  const token = signToken('refresh', refreshTokenSecrets, claims, now, expiresAt);
  await ctx.em.nativeDelete(RefreshToken, { organization: organization.id, expiresAt: { $lte: now } });
  const session = {
    id,
    organization: organization.id,
    tokenHash: hashSecret(token),
    networkHash: donorNetwork(ctx.config.secrets.reservation, ctx.caller.address),
    createdAt: now,
    expiresAt,
    lastUsedAt: null,
  };
  await ctx.em.insert(RefreshToken, session);
  return Object.assign(new Session(), {
    basicToken: makeBasicToken(ctx, { id, organization, expiresAt }, now),
    refreshToken: Object.assign(new Token(), { id, token, expiresAt }),
    organization,
  });
}

/** A new basic token of a session; it does not outlive the session. */
export function makeBasicToken(
  ctx: OperationContext,
  session: Pick<RefreshToken, 'id' | 'organization' | 'expiresAt'>,
  now: Date,
): Token {
  const { basicTokenSecrets, basicTokenMinutes } = ctx.config.token;
  const id = randomBytes(16).toString('hex');
  const expiresAt = new Date(
    Math.min(now.getTime() + basicTokenMinutes * MINUTE_MS, session.expiresAt.getTime()),
  );
  const claims = { id, organizationId: session.organization.id, sessionId: session.id };
  const token = signToken('basic', basicTokenSecrets, claims, now, expiresAt);
  return Object.assign(new Token(), { id, token, expiresAt });
}
