import { ownerOperation } from '../access/guarded-operation.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { removeGroups } from '../input-group/remove-groups.js';
import { dropFile } from '../storage/drop-file.js';
import { Program } from './program.entity.js';
import { requireOwnProgram } from './require-program.js';

/** Groups that one transaction deletes: a program may have millions, and nobody else may wait that long. */
const AT_ONCE = 500;

/**
 * Deletes a program with its input groups, proofs and results. It goes in steps: what is broken off in the middle leaves a
 * program with fewer groups, which can be deleted again.
 * @throws DomainError PROGRAM_NOT_FOUND
 */
export const deleteProgram = ownerOperation(
  'deleteProgram',
  async (ctx, owner, { id }: { id: string }): Promise<string> => {
    const program = await requireOwnProgram(ctx, owner, id);
    for (;;) {
      const groups = await ctx.em.find(InputGroup, { program: id }, { fields: ['id'], limit: AT_ONCE });
      if (groups.length === 0) break;
      await removeGroups(
        ctx,
        groups.map((group) => group.id),
      );
    }
    await ctx.em.nativeDelete(Program, { id });
    await dropFile(ctx, program.archiveSha256);
    await dropFile(ctx, program.executableSha256);
    ctx.view.renew();
    return id;
  },
);
