import { DomainError, nameKey } from '@cairn/shared-schema';
import { publicOperation } from '../access/guarded-operation.js';
import type { OperationContext } from '../context/operation-context.js';
import { networkOf } from '../reservation/donor-network.js';
import { Organization } from './organization.entity.js';
import type { Session } from './session.types.js';
import { startSession } from './start-session.js';

/** Longer ones can belong to no account. */
const MAX_LENGTH = 4096;

/**
 * Starts a session. An unknown user takes as long and answers as a wrong password.
 * @throws DomainError WRONG_CREDENTIALS; RATE_LIMITED after too many failures.
 */
export const login = publicOperation(
  'login',
  async (ctx: OperationContext, input: { username: string; password: string }): Promise<Session> => {
    const username = nameKey(input.username.slice(0, MAX_LENGTH));
    const network = networkOf(ctx.caller.address);
    return ctx.loginGuard.inTurn(network, username, async () => {
      ctx.loginGuard.check(network, username);
      const organization = await ctx.em.findOne(Organization, { usernameKey: username });
      const password = input.password.slice(0, MAX_LENGTH);
      if (!(await ctx.passwords.check(organization?.passwordHash, password)) || organization === null) {
        ctx.loginGuard.failed(network, username);
        throw new DomainError('WRONG_CREDENTIALS', 'User name and password do not belong together.', {
          help: 'Check both; a user name is compared without case, a password exactly.',
        });
      }
      ctx.loginGuard.succeeded(network, username);
      return startSession(ctx, organization, await ctx.clock.now(ctx.em));
    });
  },
);
