import { ownerOperation } from '../access/guarded-operation.js';
import { ApiToken } from '../api-token/api-token.entity.js';
import type { OperationContext } from '../context/operation-context.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { Program } from '../program/program.entity.js';
import { removeProgram } from '../program/remove-program.js';
import { Proof } from '../proof/proof.entity.js';
import { Reservation } from '../reservation/reservation.entity.js';
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
    await ctx.em.nativeDelete(Organization, { id });
    ctx.view.renew();
    return Object.assign(loss, { deleted: true });
  },
);

async function lossOf(ctx: OperationContext, organization: string): Promise<AccountLoss> {
  const program = { organization };
  const now = await ctx.view.now();
  return Object.assign(new AccountLoss(), {
    deleted: false,
    programs: await ctx.em.count(Program, program),
    inputGroups: await ctx.em.count(InputGroup, { program }),
    waitingProofs: await ctx.em.count(Proof, { program, state: 'SUBMITTED' }),
    confirmedProofs: await ctx.em.count(Proof, { program, state: 'CONFIRMED' }),
    liveReservations: await ctx.em.count(Reservation, {
      inputGroup: { program },
      state: 'LIVE',
      expiresAt: { $gt: now },
    }),
  });
}
