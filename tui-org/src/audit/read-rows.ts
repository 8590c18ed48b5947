import { createReadStream } from 'node:fs';
import type { OutputValue } from '@cairn/shared-schema';
import { countValues } from '../bundle/count-values.js';
import { BUNDLE_LIMITS } from '../bundle/limits.js';
import { OtherFormError, parseEntry } from '../bundle/parse-entry.js';
import { type BundleRow, bundleRow } from '../bundle/row.js';
import type { Reading } from '../results/result-row.js';
import type { Findings } from './finding.js';
import { valuesOf } from './row-values.js';

/** A row as the bundle has it, with the values that it claims; none where it says that the output cannot be read. */
export interface ClaimedRow extends BundleRow {
  readonly values: readonly OutputValue[] | undefined;
}

/**
 * Reads the results, line by line. What is wrong with a line ends the reading: the next cannot be told from it.
 * @returns the rows up to there, and whether they are all
 */
export async function readRows(
  path: string,
  reading: Reading,
  expected: number,
  findings: Findings,
): Promise<{ readonly rows: ClaimedRow[]; readonly complete: boolean }> {
  const rows: ClaimedRow[] = [];
  const groups = new Set<string>();
  let left: number = BUNDLE_LIMITS.values;
  try {
    for await (const line of lines(path, BUNDLE_LIMITS.rowBytes)) {
      const row = parseEntry(line, bundleRow);
      const values = row.outputs === null ? undefined : valuesOf(row.outputs, reading);
      left -= countValues(values ?? []);
      if (left < 0) throw new OtherFormError(`there are more than ${BUNDLE_LIMITS.values} values`);
      rows.push({ ...row, values });
      const { id, name } = row.inputGroup;
      if (groups.has(id))
        findings.add('ROW_TWICE', `the input group ${name} stands in the results twice`, name);
      groups.add(id);
    }
  } catch (error) {
    if (!(error instanceof OtherFormError)) throw error;
    findings.add('RESULTS_INVALID', `line ${rows.length + 1} of the results is no result: ${error.message}`);
    return { rows, complete: false };
  }
  if (rows.length === expected) return { rows, complete: true };
  findings.add('RESULTS_INVALID', `the results have ${rows.length} rows, but the manifest says ${expected}`);
  return { rows, complete: false };
}

/** A file's lines with their line ends. @throws OtherFormError for one that is too long, or without an end */
export async function* lines(path: string, mostBytes: number): AsyncGenerator<string> {
  let held = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (let end = held.indexOf(LINE_FEED); end >= 0; end = held.indexOf(LINE_FEED)) {
      yield held.toString('utf8', 0, end + 1);
      held = held.subarray(end + 1);
    }
    if (held.length > mostBytes) throw new OtherFormError(`it has more than ${mostBytes} bytes`);
  }
  if (held.length > 0) throw new OtherFormError('it has no line end');
}

const LINE_FEED = 10;
