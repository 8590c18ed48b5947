import { DomainError } from '@cairn/shared-schema';
import { Organization } from '../account/organization.entity.js';
import type { OperationContext } from '../context/operation-context.js';
import { Program } from '../program/program.entity.js';
import { programNotFound } from '../program/require-program.js';

/**
 * Tells a wrong id from "nothing to do".
 * @throws DomainError PROGRAM_NOT_FOUND, ACCOUNT_NOT_FOUND
 */
export async function checkWanted(
  ctx: OperationContext,
  wanted: { programId?: string | null; organizationId?: string | null },
): Promise<void> {
  const { programId, organizationId } = wanted;
  if (organizationId != null && (await ctx.em.count(Organization, organizationId)) === 0) {
    throw new DomainError('ACCOUNT_NOT_FOUND', 'No organization has this id.', {
      help: 'List the organizations, and use the id that stands there.',
    });
  }
  if (programId == null) return;
  const program = await ctx.em.findOne(Program, programId);
  if (program !== null && (organizationId == null || program.organization.id === organizationId)) return;
  throw programNotFound();
}
