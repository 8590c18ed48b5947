import { ownerOperation } from '../access/guarded-operation.js';
import { inTransaction } from '../database/in-transaction.js';
import { checkCredentials } from './check-credentials.js';
import { Organization } from './organization.entity.js';
import { requireSessionId } from './require-session.js';
import { endOtherSessions } from './sessions/end-other-sessions.js';
import { validatePassword } from './validate-password.js';

/** What is asked before a password is changed. */
export interface PasswordChange {
  currentPassword: string;
  newPassword: string;
}

/**
 * Gives the account another password and ends all its sessions but the one that asks. API tokens stay: they are revoked
 * one by one. Returns how many sessions were ended.
 * @throws DomainError WRONG_CREDENTIALS, RATE_LIMITED after too many failures, INVALID_REQUEST naming the field.
 */
export const changePassword = ownerOperation(
  'changePassword',
  async (ctx, owner, { currentPassword, newPassword }: PasswordChange): Promise<number> => {
    const but = await requireSessionId(ctx);
    validatePassword(newPassword, 'newPassword');
    await checkCredentials(ctx, owner.usernameKey, currentPassword);
    const now = await ctx.clock.now(ctx.em);
    const passwordHash = await ctx.passwords.hash(newPassword);
    const ended = await inTransaction(ctx, async (em) => {
      await em.nativeUpdate(Organization, owner.id, { passwordHash });
      return endOtherSessions(em, owner.id, { but, now });
    });
    ctx.view.renew();
    return ended;
  },
);
