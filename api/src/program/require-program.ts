import { DomainError } from '@cairn/shared-schema';
import type { Organization } from '../account/organization.entity.js';
import type { OperationContext } from '../context/operation-context.js';
import { Program } from './program.entity.js';

/**
 * A program of this organization; another's answers as if it did not exist.
 * @throws DomainError PROGRAM_NOT_FOUND
 */
export async function requireOwnProgram(
  ctx: OperationContext,
  owner: Organization,
  id: string,
): Promise<Program> {
  const program = await ctx.em.findOne(Program, { id, organization: owner.id });
  if (program !== null) return program;
  throw ownProgramNotFound();
}

/** PROGRAM_NOT_FOUND: there is none of this id. */
export function programNotFound(): DomainError {
  return new DomainError('PROGRAM_NOT_FOUND', 'No program has this id.', {
    help: 'List the programs, and use the id that stands there.',
  });
}

/** PROGRAM_NOT_FOUND: the caller has no such program, or has it no longer. */
export function ownProgramNotFound(cause?: unknown): DomainError {
  return new DomainError('PROGRAM_NOT_FOUND', 'You have no program with this id.', {
    help: 'List your programs, and use the id that stands there.',
    cause,
  });
}
