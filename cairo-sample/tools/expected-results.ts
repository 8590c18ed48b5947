import { combine } from './combine.js';
import { enumerateFolds } from './enumerate-folds.js';
import type { FoldResult } from './fold-result.js';
import { parseGroupName } from './group-name.js';
import { makeInputGroups } from './make-input-groups.js';
import { formatResult, type ResultRow } from './result-row.js';

/** What must come out of a search, in a form for JSON. */
export interface ExpectedResults {
  readonly sequence: string;
  readonly prefixLength: number;
  readonly energy: number;
  readonly folds: number;
  readonly shapes: number;
  readonly walks: number;
  /** One row for each input group; of its best folds another one is as good as the one given. */
  readonly groups: readonly ResultRow[];
}

/** Finds by brute force what the Cairo program must find. @throws RangeError as `makeInputGroups` */
export function expectedResults(sequence: string, prefixLength: number): ExpectedResults {
  const results = bruteForceResults(sequence, prefixLength);
  const { energy, folds, shapes, walks } = combine(results);
  return {
    sequence,
    prefixLength,
    energy,
    folds: Number(folds),
    shapes: Number(shapes),
    walks: Number(walks),
    groups: results.map(formatResult),
  };
}

/** The results of all input groups by brute force. @throws RangeError as `makeInputGroups` */
export function bruteForceResults(sequence: string, prefixLength: number): FoldResult[] {
  return makeInputGroups(sequence, prefixLength).map(({ name }) => ({
    name,
    ...enumerateFolds(sequence, parseGroupName(name).prefix),
  }));
}
