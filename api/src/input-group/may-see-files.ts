import { findReader } from '../account/require-owner.js';
import { findRow } from '../context/find-row.js';
import type { OperationContext } from '../context/operation-context.js';
import { Program } from '../program/program.entity.js';

/** Whether the request may see a group's files: its owner, or the holder of a live reservation on it. */
export async function maySeeFiles(
  ctx: OperationContext,
  group: { id: string; program: { id: string } },
): Promise<boolean> {
  return ctx.grantedGroups.has(group.id) || ownsProgram(ctx, group.program.id);
}

/** Whether the request comes from the organization that published the program, and may read what is its own. */
export async function ownsProgram(ctx: OperationContext, programId: string): Promise<boolean> {
  const owner = await findReader(ctx);
  if (owner === null) return false;
  const program = await findRow(ctx, Program, programId);
  return program?.organization.id === owner.id;
}
