import { csvRow, formatOutputValue, sanitizeForTerminal } from '@cairn/shared-schema';
import type { ResultRow } from './result-row.js';
import type { ResultSet } from './result-set.js';

/** Rows as CSV (RFC 4180 with line feeds); texts that a spreadsheet would take for a formula are neutralised. */
export function resultsCsv({ columns }: ResultSet, rows: readonly ResultRow[]): string {
  const names = columns.map(({ name }) => sanitizeForTerminal(name));
  const head = csvRow(['input_group', ...names, 'trust', 'bound', 'problem', 'proof_sha256']);
  const lines = rows.map((row) =>
    csvRow([
      sanitizeForTerminal(row.inputGroup.name),
      ...columns.map((_, index) => cell(row.values[index])),
      row.trust,
      row.bound ? 'bound' : 'UNBOUND',
      row.problem === undefined ? '' : sanitizeForTerminal(row.problem),
      row.proofSha256,
    ]),
  );
  return `${[head, ...lines].join('\n')}\n`;
}

/** Numbers and truth values stand as they are; everything else is text. */
function cell(value: ResultRow['values'][number] | undefined): string | bigint | boolean {
  if (value === undefined) return '';
  if (typeof value === 'bigint' || typeof value === 'boolean') return value;
  return sanitizeForTerminal(formatOutputValue(value));
}
