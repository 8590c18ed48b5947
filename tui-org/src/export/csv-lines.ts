import { csvRow, formatOutputValue, sanitizeForTerminal } from '@cairn/shared-schema';
import { jsonLine } from '@cairn/tui-kit';
import type { Reduction } from '../reducer/reduction.js';
import type { ResultRow } from '../results/result-row.js';
import type { ResultSet } from '../results/result-set.js';

/**
 * Rows as CSV (RFC 4180 with line feeds), line by line; texts that a spreadsheet would take for a formula are
 * neutralised. What a reducer made stands in a record of its own at the end, in a column that is there for it alone.
 */
export function* csvLines({ columns, rows }: ResultSet, reduction?: Reduction): Generator<string> {
  const names = columns.map(({ name }) => sanitizeForTerminal(name));
  const head = ['input_group', ...names, 'trust', 'bound', 'problem', 'proof_sha256'];
  const line = (cells: readonly (string | bigint | boolean)[], reduced: string) =>
    `${csvRow(reduction === undefined ? cells : [...cells, reduced])}\n`;
  yield line(head, 'own_reducer_not_proven');
  for (const row of rows) yield line(cellsOf(row, columns.length), '');
  if (reduction !== undefined) {
    yield line(
      head.map(() => ''),
      jsonLine(reduction),
    );
  }
}

function cellsOf(row: ResultRow, outputs: number): (string | bigint | boolean)[] {
  return [
    sanitizeForTerminal(row.inputGroup.name),
    ...Array.from({ length: outputs }, (_, index) => cell(row.values[index])),
    row.trust,
    row.bound ? 'bound' : 'UNBOUND',
    row.problem === undefined ? '' : sanitizeForTerminal(row.problem),
    row.proofSha256,
  ];
}

/** Numbers and truth values stand as they are; everything else is text. */
function cell(value: ResultRow['values'][number] | undefined): string | bigint | boolean {
  if (value === undefined) return '';
  if (typeof value === 'bigint' || typeof value === 'boolean') return value;
  return sanitizeForTerminal(formatOutputValue(value));
}
