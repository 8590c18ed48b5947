import type { EntityManager } from '@mikro-orm/sql';
import { InputGroup } from '../input-group/input-group.entity.js';
import type { InputGroupState } from '../input-group/input-group-state.js';

const OPEN_STATES: InputGroupState[] = ['AVAILABLE', 'RESERVED', 'EXECUTED'];

/** More groups than transactions can be finishing at one moment. */
const NEARLY = 2_000;

/** Whether a program has a group that is left to work on. */
export async function hasOpenGroups(em: EntityManager, program: string): Promise<boolean> {
  const open = await em.findOne(InputGroup, { program, state: { $in: OPEN_STATES } }, { fields: ['id'] });
  return open !== null;
}

/**
 * Those of the programs that have few groups left to work on, or none: in one statement, which counts no further than is of
 * interest.
 */
export async function nearlyFinished(em: EntityManager, programs: readonly string[]): Promise<string[]> {
  if (programs.length === 0) return [];
  const rows = await em.execute<{ id: string }[]>(
    `select p.id from program p where p.id in (?) and (
       select 1 from input_group g where g.program_id = p.id and g.state in (?) limit 1 offset ?
     ) is null`,
    [programs, OPEN_STATES, NEARLY - 1],
  );
  return rows.map(({ id }) => id);
}
