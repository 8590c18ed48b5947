import type { OutputColumn } from '@cairn/shared-schema';
import type { ResultRow } from './result-row.js';
import { resultsCsv } from './results-csv.js';
import { resultsJson } from './results-json.js';
import { resultsTable } from './results-table.js';

const columns: OutputColumn[] = [
  { name: 'total', type: { kind: 'integer', bits: 128, signed: true } },
  { name: 'label', type: { kind: 'short_string' } },
  { name: 'list', type: { kind: 'array', element: { kind: 'felt252' } } },
];
const proofSha256 = 'a'.repeat(64);
const row: ResultRow = {
  inputGroup: { id: 'g1', name: 'first' },
  proofSha256,
  trust: 'verified',
  bound: true,
  values: [-5n, '=1+1', [1n, 2n]],
};
const hostile: ResultRow = {
  ...row,
  inputGroup: { id: 'g2', name: '=HYPERLINK("x")\u001b[2J' },
  trust: 'servers-word',
  bound: false,
  values: [2n ** 100n, '@x', []],
};
const unread: ResultRow = {
  ...row,
  inputGroup: { id: 'g3', name: 'third' },
  values: [],
  problem: 'one left over',
};
const rows = [row, hostile, unread];
const set = { program: { id: 'p', name: 'adding up', programHash: '0x1' }, columns, rows };

test('CSV: numbers as they are, text neutralised, each row with its proof', () => {
  expect(resultsCsv(set, rows).split('\n')).toEqual([
    'input_group,total,label,list,trust,bound,problem,proof_sha256',
    `first,-5,'=1+1,[1 2],verified,bound,,${proofSha256}`,
    `"'=HYPERLINK(""x"")",1267650600228229401496703205376,'@x,[],servers-word,UNBOUND,,${proofSha256}`,
    `third,,,,verified,bound,one left over,${proofSha256}`,
    '',
  ]);
});

test('JSON: outputs by name, exact integers, aggregates over all rows', () => {
  const json = resultsJson(set, [row, unread]);
  expect(json).toMatchObject({
    program: { id: 'p' },
    columns: [{ name: 'total', type: 'i128' }, { name: 'label', type: 'short_string' }, { name: 'list' }],
    rows: [
      { proofSha256, trust: 'verified', outputs: { total: -5, label: '=1+1', list: [1, 2] }, problem: null },
      { outputs: null, problem: 'one left over' },
    ],
    aggregates: [{ name: 'total', count: 2, min: -5, max: '1267650600228229401496703205376' }],
  });
});

test('table: says what each row rests on, and nothing reaches the terminal unescaped', () => {
  const table = resultsTable(set, rows);
  expect(table).not.toContain('\u001b');
  expect(table).toMatch(/first +-5 +=1\+1 +\[1 2\] +verified here/);
  expect(table).toMatch(/SERVER'S WORD, UNBOUND/);
  expect(table).toMatch(/total +i128 +2 +-5 +1267650600228229401496703205376/);
  expect(table).toContain("3 confirmed results: 2 verified here, 1 on the server's word alone.");
  expect(table).toContain('third: one left over');
});
