import type { OutputColumn } from '@cairn/shared-schema';
import type { ResultRow } from './result-row.js';

/** The confirmed results of a program. */
export interface ResultSet {
  readonly program: { readonly id: string; readonly name: string; readonly programHash: string };
  readonly columns: readonly OutputColumn[];
  readonly rows: readonly ResultRow[];
}
