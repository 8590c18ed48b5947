import type { OperationContext } from '../context/operation-context.js';
import type { Connection } from '../pagination/connection.js';
import { listPage, type PageRequest } from '../pagination/list-page.js';
import { namePrefixFilter } from '../pagination/name-prefix.js';
import { countGroups } from '../program/count-groups.js';
import type { GroupCounts } from '../program/group-counts.type.js';
import { InputGroup } from './input-group.entity.js';
import type { InputGroupState } from './input-group-state.js';
import { stateFilters } from './state-filter.js';

/** Which input groups are asked for. */
export interface InputGroupsWanted extends PageRequest {
  readonly programId: string;
  readonly state?: InputGroupState | null;
  readonly namePrefix?: string | null;
}

/**
 * One page of a program's input groups. How many there are together is read from the counts that are kept, unless only some
 * names are asked for: these are counted one by one.
 * @throws DomainError INVALID_REQUEST for a page size or a cursor that cannot be.
 */
export async function listInputGroups(
  ctx: OperationContext,
  { programId, state, namePrefix, ...page }: InputGroupsWanted,
): Promise<Connection<InputGroup>> {
  const now = await ctx.view.now();
  const names = namePrefixFilter(namePrefix);
  const filters = await stateFilters(ctx.em, programId, state, now);
  const any = filters.map((filter) => ({ $and: [{ program: programId, ...names }, filter] }));
  const selection = { any, ofOneProgram: true };
  if (names.nameKey !== undefined) return listPage(ctx.em, InputGroup, selection, page);
  const count = async () => {
    const counts = (await countGroups(ctx.em, [programId], now)).get(programId);
    return counts?.[columnOf(state)] ?? 0;
  };
  return listPage(ctx.em, InputGroup, { ...selection, count }, page);
}

function columnOf(state: InputGroupState | null | undefined): keyof GroupCounts {
  return state == null ? 'total' : (state.toLowerCase() as Lowercase<InputGroupState>);
}
