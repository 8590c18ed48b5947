import { noRows } from './cut-problems.js';
import { labelsOf } from './cut-value.js';
import { type ReadOptions, readRows } from './read-rows.js';
import { textsOf } from './row.js';

/**
 * What stands in the first row of a file.
 * @param header whether it names the columns: then without quotes
 * @throws ClientError for a file without rows
 */
export async function firstRow(path: string, header: boolean, options: ReadOptions): Promise<string[]> {
  for await (const rows of readRows(path, options)) {
    for (const row of rows) return header ? labelsOf(row) : textsOf(row);
  }
  throw noRows(path, false);
}
