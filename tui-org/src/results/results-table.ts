import { formatOutputValue, sanitizeForTerminal } from '@cairn/shared-schema';
import { type Column, formatTable } from '@cairn/tui-kit';
import { UNBOUND } from '../programs/unbound.js';
import { type Aggregate, aggregate } from './aggregate.js';
import { foldPicture } from './fold-picture.js';
import type { ResultRow, Trust } from './result-row.js';
import type { ResultSet } from './result-set.js';

const TRUST: Readonly<Record<Trust, string>> = {
  verified: 'verified here',
  'verified-on-servers-word': "verified on the server's word",
  'servers-word': "SERVER'S WORD",
};

const right = 'right' as const;

const AGGREGATES: readonly Column<Aggregate>[] = [
  { title: 'OUTPUT', value: ({ name }) => name },
  { title: 'TYPE', value: ({ type }) => type },
  { title: 'COUNT', align: right, value: ({ count }) => count },
  { title: 'MIN', align: right, value: ({ min }) => `${min}` },
  { title: 'MAX', align: right, value: ({ max }) => `${max}` },
  { title: 'SUM', align: right, value: ({ sum }) => `${sum}` },
  { title: 'MEAN', align: right, value: ({ mean }) => mean },
];

/**
 * Rows, aggregates over all rows, and what the rows rest on, for people.
 * @param shown the rows to list; all of the set unless only the first ones were asked for
 */
export function resultsTable(set: ResultSet, shown: readonly ResultRow[]): string {
  const { columns, rows } = set;
  const parts = [formatTable(rowColumns(set), shown)];
  const aggregates = aggregate(columns, rows);
  if (aggregates.length > 0) parts.push(formatTable(AGGREGATES, aggregates));
  const picture = foldPicture(set);
  if (picture !== undefined) parts.push(picture);
  parts.push(summary(rows));
  return parts.join('\n\n');
}

function rowColumns({ columns }: ResultSet): Column<ResultRow>[] {
  const outputs = columns.map(({ name, type }, index): Column<ResultRow> => {
    const value = (row: ResultRow) => {
      const found = row.values[index];
      return found === undefined ? '?' : formatOutputValue(found);
    };
    const isNumber = type.kind !== 'array' && type.kind !== 'short_string' && type.kind !== 'bool';
    return { title: name.toUpperCase(), value, maxWidth: 40, align: isNumber ? 'right' : 'left' };
  });
  return [
    { title: 'INPUT GROUP', value: ({ inputGroup }) => inputGroup.name, maxWidth: 32 },
    ...outputs,
    {
      title: 'RESTS ON',
      value: ({ trust, bound }) => (bound ? TRUST[trust] : `${TRUST[trust]}, ${UNBOUND}`),
    },
    { title: 'PROOF SHA-256', value: ({ proofSha256 }) => proofSha256, maxWidth: 17 },
  ];
}

function summary(rows: readonly ResultRow[]): string {
  const count = (trust: Trust) => rows.filter((row) => row.trust === trust).length;
  const parts = [`${rows.length} confirmed results: ${count('verified')} verified here`];
  if (count('verified-on-servers-word') > 0) {
    parts.push(`${count('verified-on-servers-word')} verified on the server's word about program or input`);
  }
  if (count('servers-word') > 0) parts.push(`${count('servers-word')} on the server's word alone`);
  const unreadable = rows.filter(({ problem }) => problem !== undefined);
  const problems = unreadable.map(({ inputGroup, problem }) => `${inputGroup.name}: ${problem}`);
  return sanitizeForTerminal([`${parts.join(', ')}.`, ...problems].join('\n'), { keepLines: true });
}
