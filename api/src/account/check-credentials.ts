import { DomainError } from '@cairn/shared-schema';
import type { OperationContext } from '../context/operation-context.js';
import { donorNetwork, networkOf } from '../reservation/donor-network.js';
import { Organization } from './organization.entity.js';
import { RefreshToken } from './refresh-token.entity.js';

/** Longer ones can belong to no account. */
const MAX_LENGTH = 4096;

/**
 * The account that user name and password belong to. An unknown user takes as long and answers as a wrong password.
 * @param usernameKey - the user name without case.
 * @throws DomainError WRONG_CREDENTIALS; RATE_LIMITED after too many failures.
 */
export async function checkCredentials(
  ctx: OperationContext,
  usernameKey: string,
  password: string,
): Promise<Organization> {
  const network = networkOf(ctx.caller.address);
  const isKnown = () => hasSession(ctx, usernameKey);
  const account = await ctx.loginGuard.attempt({ network, usernameKey, isKnown }, async () => {
    const organization = await ctx.em.findOne(Organization, { usernameKey });
    const fits = await ctx.passwords.check(organization?.passwordHash, password.slice(0, MAX_LENGTH));
    return fits ? organization : null;
  });
  if (account !== null) return account;
  throw new DomainError('WRONG_CREDENTIALS', 'User name and password do not belong together.', {
    help: 'Check both; a user name is compared without case, a password exactly.',
  });
}

/** Whether somebody is logged in to the account from the caller's network. */
async function hasSession(ctx: OperationContext, usernameKey: string): Promise<boolean> {
  const networkHash = donorNetwork(ctx.config.secrets.reservation, ctx.caller.address);
  const expiresAt = { $gt: await ctx.clock.now(ctx.em) };
  return (await ctx.em.count(RefreshToken, { networkHash, expiresAt, organization: { usernameKey } })) > 0;
}
