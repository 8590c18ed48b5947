import { ownerOperation } from '../access/guarded-operation.js';
import { removeProgram } from './remove-program.js';
import { requireOwnProgram } from './require-program.js';

/**
 * Deletes a program with its input groups, proofs and results; who works on one is told.
 * @throws DomainError PROGRAM_NOT_FOUND
 */
export const deleteProgram = ownerOperation(
  'deleteProgram',
  async (ctx, owner, { id }: { id: string }): Promise<string> => {
    await removeProgram(ctx, await requireOwnProgram(ctx, owner, id));
    return id;
  },
);
