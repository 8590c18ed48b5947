import type { OperationContext } from '../context/operation-context.js';
import { inTransaction } from '../database/in-transaction.js';
import { GroupCount } from '../input-group/counts/group-count.entity.js';
import { GroupCountChange } from '../input-group/counts/group-count-change.entity.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { removeGroups } from '../input-group/remove-groups.js';
import { DecisionTally } from '../proof/decision-tally.entity.js';
import { changeUsage } from '../quota/change-usage.js';
import { dropFile } from '../storage/drop-files.js';
import { Program } from './program.entity.js';

/** Groups that one transaction deletes: a program may have millions, and nobody else may wait that long. */
const AT_ONCE = 500;

/**
 * Removes a program with its input groups, proofs and results. It goes in steps: what is broken off in the middle leaves
 * a program with fewer groups, which can be removed again.
 */
export async function removeProgram(ctx: OperationContext, program: Program): Promise<void> {
  const { id, archiveSha256, archiveBytes, executableSha256, executableBytes } = program;
  for (;;) {
    const groups = await ctx.em.find(InputGroup, { program: id }, { fields: ['id'], limit: AT_ONCE });
    if (groups.length === 0) break;
    await removeGroups(
      ctx,
      groups.map((group) => group.id),
    );
  }
  await inTransaction(ctx, async (em) => {
    if ((await em.nativeDelete(Program, { id })) === 0) return;
    await em.nativeDelete(DecisionTally, { id });
    // In this order: whoever folds changes has removed them only when they are in the counts.
    await em.nativeDelete(GroupCountChange, { programId: id });
    await em.nativeDelete(GroupCount, { programId: id });
    const bytes = -(archiveBytes + executableBytes);
    await changeUsage(em, program.organization.id, { bytes }, ctx.config.limits);
  });
  await dropFile(ctx, archiveSha256);
  await dropFile(ctx, executableSha256);
  ctx.view.renew();
}
