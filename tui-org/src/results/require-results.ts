import { NothingToDoError } from '@cairn/tui-kit';
import type { Workplace } from '../cli/workplace.js';
import { findProgram } from '../programs/find-program.js';
import { collectResults } from './collect-results.js';
import type { ResultSet } from './result-set.js';

/** The confirmed results of a program. @throws NothingToDoError when there are none yet */
export async function requireResults(place: Workplace, idOrName: string): Promise<ResultSet> {
  const set = await collectResults(place, await findProgram(place.server, idOrName));
  if (set.rows.length > 0) return set;
  throw noResults();
}

/** What is told where a program has no confirmed results. */
export function noResults(): NothingToDoError {
  return new NothingToDoError('no proof of this program is confirmed yet', 'verify and confirm some first');
}
