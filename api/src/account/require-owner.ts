import { DomainError } from '@cairn/shared-schema';
import type { OperationContext } from '../context/operation-context.js';
import { invalidToken, readToken } from './jwt.js';
import { Organization } from './organization.entity.js';

/**
 * The organization whose session the request belongs to.
 * @throws DomainError INVALID_TOKEN or BAD_BASE_64_ENCODING when there is none.
 */
export async function requireOwner(ctx: OperationContext): Promise<Organization> {
  const { basicToken } = ctx.caller;
  if (basicToken === undefined) {
    throw new DomainError('INVALID_TOKEN', 'This needs a session, and the request carries no token.', {
      help: 'Log in and send the basic token: GraphQL as `authorization: Bearer TOKEN`, REST in the header `token`.',
    });
  }
  const secret = ctx.config.token.basicTokenSecret;
  const { organizationId } = readToken('basic', secret, basicToken, await ctx.view.now());
  const organization = await ctx.em.findOne(Organization, organizationId);
  if (organization === null) throw invalidToken(new Error('The account no longer exists.'));
  return organization;
}

/** The organization of the request's session, or null when it has none that holds. */
export function findOwner(ctx: OperationContext): Promise<Organization | null> {
  return ctx.view.once('owner', async () => {
    try {
      return ctx.caller.basicToken === undefined ? null : await requireOwner(ctx);
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  });
}
