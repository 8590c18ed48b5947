import { nameKey } from '@cairn/shared-schema';
import { ForeignKeyConstraintViolationException } from '@mikro-orm/core';
import type { OperationContext } from '../context/operation-context.js';
import { inTransaction } from '../database/in-transaction.js';
import { newId } from '../database/new-id.js';
import { workCameFree } from '../events/group-changed.js';
import type { Program } from '../program/program.entity.js';
import { ownProgramNotFound } from '../program/require-program.js';
import { changeUsage, requireRoom, type UsageChange } from '../quota/change-usage.js';
import { withFiles } from '../storage/with-files.js';
import { type CommittedInput, commitFile, type NamedFile } from './commit-file.js';
import { countMoves } from './counts/count-moves.js';
import { InputGroup } from './input-group.entity.js';

/**
 * Reads CSV files and adds them to a program as input groups, in this order: all of them or none.
 * @throws DomainError INVALID_REQUEST about the first bad file, with line and column; INVALID_STATE when the
 * organization's quota has no room for them.
 */
export async function addGroups(
  ctx: OperationContext,
  program: Program,
  files: readonly NamedFile[],
): Promise<InputGroup[]> {
  const { organization } = program;
  // Asked before the files are read, which takes long; what is added is counted with the rows.
  await requireRoom(ctx.em, organization.id, usageOf(files), ctx.config.limits);
  const committed: CommittedInput[] = [];
  for (const file of files) committed.push(await commitFile(ctx, file));
  const groups = await withFiles(ctx, committed, () => insertGroups(ctx, program, committed));
  workCameFree(ctx.events);
  return groups;
}

function usageOf(files: readonly NamedFile[]): UsageChange {
  return { bytes: files.reduce((sum, { size }) => sum + size, 0), groups: files.length };
}

async function insertGroups(
  ctx: OperationContext,
  program: Program,
  files: readonly CommittedInput[],
): Promise<InputGroup[]> {
  const now = await ctx.clock.now(ctx.em);
  const rows = files.map((file, position) => rowOf(program, file, newId(now, position), now));
  try {
    return await inTransaction(ctx, async (em) => {
      await changeUsage(em, program.organization.id, usageOf(files), ctx.config.limits);
      const groups = rows.map((row) => em.create(InputGroup, row));
      await em.flush();
      await countMoves(
        em,
        rows.map(({ state }) => ({ programId: program.id, from: undefined, to: state })),
      );
      return groups;
    });
  } catch (error) {
    // The program was deleted while the files came in.
    throw error instanceof ForeignKeyConstraintViolationException ? ownProgramNotFound(error) : error;
  }
}

/** An input group as it begins. */
function rowOf(program: Program, file: CommittedInput, id: string, now: Date) {
  return {
    id,
    program: program.id,
    name: file.name,
    nameKey: nameKey(file.name),
    state: 'AVAILABLE' as const,
    executed: false,
    freeFrom: now,
    fencingNumber: 0,
    holderId: null,
    proofId: null,
    inputCommitment: file.inputCommitment,
    valueCount: file.values,
    inputSha256: file.sha256,
    inputBytes: file.size,
    lastReservedAt: null,
    provenAt: null,
    confirmedAt: null,
    attempts: 0,
    createdAt: now,
  };
}
