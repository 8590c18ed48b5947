import type { OperationContext } from '../context/operation-context.js';
import type { Connection } from '../pagination/connection.js';
import { listPage, type PageRequest } from '../pagination/list-page.js';
import { namePrefixFilter } from '../pagination/name-prefix.js';
import { Program } from './program.entity.js';
import type { ProgramOrder } from './program-order.js';

/** Which programs are asked for. */
export interface ProgramsWanted extends Omit<PageRequest, 'order'> {
  readonly namePrefix?: string | null;
  readonly organizationId?: string | null;
  readonly order?: ProgramOrder | null;
}

/**
 * One page of programs.
 * @throws DomainError INVALID_REQUEST for a page size or a cursor that cannot be.
 */
export async function listPrograms(
  ctx: OperationContext,
  { namePrefix, organizationId, order, ...page }: ProgramsWanted,
): Promise<Connection<Program>> {
  const organization = organizationId == null ? {} : { organization: organizationId };
  const selection = { any: [{ ...namePrefixFilter(namePrefix), ...organization }] };
  if (order !== 'MOST_WORK') return listPage(ctx.em, Program, selection, { ...page, order: order ?? null });
  await ctx.census.refresh();
  return listPage(ctx.em, Program, selection, { ...page, highest: 'openGroups' });
}
