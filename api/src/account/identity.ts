import { DomainError } from '@cairn/shared-schema';
import { isApiToken } from '../api-token/api-token-form.js';
import { requireApiToken } from '../api-token/find-api-token.js';
import type { OperationContext } from '../context/operation-context.js';
import { invalidToken, readToken } from './jwt.js';
import { noteSessionUse } from './note-use.js';
import type { Organization } from './organization.entity.js';
import { RefreshToken } from './refresh-token.entity.js';
import type { Scope } from './scopes.js';
import { requireNotSuspended } from './suspension.js';

/** Who a request comes from, proven by its token. */
export interface Identity {
  readonly organization: Organization;
  /** The session's id (that of its refresh token); undefined for an API token. */
  readonly sessionId: string | undefined;
  /** What an API token allows; a session allows everything. */
  readonly scopes: ReadonlySet<Scope> | 'all';
}

/**
 * Who the request comes from; looked up once for each answer.
 * @throws DomainError INVALID_TOKEN or BAD_BASE_64_ENCODING when its token does not hold, or it has none; RATE_LIMITED;
 * FORBIDDEN when the organization is suspended.
 */
export function identify(ctx: OperationContext): Promise<Identity> {
  return ctx.view.once('identity', async () => {
    const identity = await lookUp(ctx);
    requireNotSuspended(identity.organization);
    await ctx.accountRates.count(ctx.caller, identity.organization.id);
    return identity;
  });
}

async function lookUp(ctx: OperationContext): Promise<Identity> {
  const { ownerToken } = ctx.caller;
  if (ownerToken === undefined) {
    throw new DomainError('INVALID_TOKEN', 'This needs a session, and the request carries no token.', {
      help: 'Log in and send the basic token: GraphQL as `authorization: Bearer TOKEN`, REST in the header `token`.',
    });
  }
  return isApiToken(ownerToken) ? byApiToken(ctx, ownerToken) : bySession(ctx, ownerToken);
}

async function byApiToken(ctx: OperationContext, token: string): Promise<Identity> {
  const { organization, scopes } = await requireApiToken(ctx, token);
  return { organization, sessionId: undefined, scopes: new Set(scopes) };
}

async function bySession(ctx: OperationContext, token: string): Promise<Identity> {
  const secrets = ctx.config.token.basicTokenSecrets;
  const now = await ctx.view.now();
  const { sessionId, organizationId } = readToken('basic', secrets, token, now);
  const session = await ctx.em.findOne(
    RefreshToken,
    { id: sessionId, organization: organizationId },
    { populate: ['organization'] },
  );
  if (session === null) throw invalidToken(new Error('The session was ended.'));
  await noteSessionUse(ctx, session, now);
  return { organization: session.organization, sessionId, scopes: 'all' };
}
