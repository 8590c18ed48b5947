import { ownerOperation } from '../access/guarded-operation.js';
import { ApiToken } from '../api-token/api-token.entity.js';
import type { OperationContext } from '../context/operation-context.js';
import { sumOfPrograms } from '../input-group/counts/sum-of-programs.js';
import { countGroups } from '../program/count-groups.js';
import { Program } from '../program/program.entity.js';
import { removeProgram } from '../program/remove-program.js';
import { DecisionTally } from '../proof/decision-tally.entity.js';
import { AccountLoss } from './account-loss.type.js';
import { checkCredentials } from './check-credentials.js';
import { Organization } from './organization.entity.js';
import { RefreshToken } from './refresh-token.entity.js';

/**
 * Deletes the account with all that it has published and received. Sessions and API tokens end first, then each program
 * goes as `deleteProgram` does it; what is broken off in the middle can be done again after logging in.
 * @throws DomainError WRONG_CREDENTIALS, RATE_LIMITED after too many failures.
 */
export const deleteAccount = ownerOperation(
  'deleteAccount',
  async (ctx, owner, input: { password: string; dryRun?: boolean | null }): Promise<AccountLoss> => {
    const { id, usernameKey } = owner;
    await checkCredentials(ctx, usernameKey, input.password);
    const loss = await lossOf(ctx, id);
    if (input.dryRun === true) return loss;
    await ctx.em.nativeDelete(RefreshToken, { organization: id });
    await ctx.em.nativeDelete(ApiToken, { organization: id });
    for (const program of await ctx.em.find(Program, { organization: id })) await removeProgram(ctx, program);
    await ctx.em.nativeDelete(DecisionTally, { id });
    await ctx.em.nativeDelete(Organization, { id });
    ctx.view.renew();
    return Object.assign(loss, { deleted: true });
  },
);

async function lossOf(ctx: OperationContext, organizationId: string): Promise<AccountLoss> {
  const now = await ctx.view.now();
  const sum = await sumOfPrograms(ctx.em, { organizationId }, (ids) => countGroups(ctx.em, ids, now));
  const { programs, available, reserved, executed, proven, confirmed, failed } = sum;
  return Object.assign(new AccountLoss(), {
    deleted: false,
    programs,
    inputGroups: available + reserved + executed + proven + confirmed + failed,
    waitingProofs: proven,
    confirmedProofs: confirmed,
    liveReservations: reserved,
  });
}
