import { nameKey, USERNAME_RULE } from '@cairn/shared-schema';
import { publicOperation } from '../access/guarded-operation.js';
import type { OperationContext } from '../context/operation-context.js';
import { checkCredentials } from './check-credentials.js';
import type { Session } from './session.types.js';
import { startSession } from './start-session.js';
import { requireNotSuspended } from './suspension.js';

/**
 * Starts a session.
 * @throws DomainError WRONG_CREDENTIALS whether or not the user exists; RATE_LIMITED after too many failures; FORBIDDEN, with the
 * right password, when the organization is suspended.
 */
export const login = publicOperation(
  'login',
  async (ctx: OperationContext, input: { username: string; password: string }): Promise<Session> => {
    const username = nameKey(input.username.slice(0, MAX_USERNAME));
    const organization = await checkCredentials(ctx, username, input.password);
    requireNotSuspended(organization);
    return startSession(ctx, organization, await ctx.clock.now(ctx.em));
  },
);

/** Longer ones belong to no account. */
const MAX_USERNAME = 4 * USERNAME_RULE.max;
