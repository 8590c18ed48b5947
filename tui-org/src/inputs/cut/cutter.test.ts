import { MAX_INPUT_VALUES } from '@cairn/shared-schema';
import { type Cut, MOST_GROUPS } from './cut.js';
import { cutValue } from './cut-value.js';
import { Cutter } from './cutter.js';
import { textsOf } from './row.js';
import { RowReader } from './row-reader.js';
import { type Random, randomCsv, seeded, VALUES } from './test/random-csv.js';

/** The groups of a text by their names, each with its lines. */
function cut(text: string, how: Cut, { maxBytes = 1_000_000, file = 'runs' } = {}): Record<string, string[]> {
  const cutter = new Cutter({ name: file, path: `${file}.csv` }, how, maxBytes);
  const reader = new RowReader(`${file}.csv`, maxBytes);
  const groups: Record<string, string[]> = {};
  for (const rows of [reader.push(Buffer.from(text)), reader.end()]) {
    for (const row of rows) {
      const placed = cutter.take(row);
      if (placed === undefined) continue;
      const { group, slice } = placed;
      groups[group.name] = [...(groups[group.name] ?? []), String(slice.content)];
      expect(group.rows).toBe(groups[group.name]?.length);
    }
  }
  return groups;
}

const byRows = (rows: number, header = false): Cut => ({ header, by: { rows } });
const byColumn = (column: number | string, { keep = true, header = false } = {}): Cut => ({
  header,
  by: { column, keep },
});

test('every so many rows', () => {
  expect(cut('1,2\n# note\n3,4\n\n5,6 # last', byRows(2))).toEqual({
    'runs-000000001': ['1,2', '3,4'],
    'runs-000000003': ['5,6 '],
  });
  expect(cut('a,b\n1,2\n3,4\n', byRows(1, true))).toEqual({
    'runs-000000001': ['1,2'],
    'runs-000000002': ['3,4'],
  });
});

test('rows that come later change no name', () => {
  const before = Object.keys(cut('1\n2\n3\n', byRows(2)));
  expect(Object.keys(cut('1\n2\n3\n4\n5\n', byRows(2))).slice(0, 2)).toEqual(before);
});

test('by a column, wherever its values stand', () => {
  expect(cut("7,1\n'a',2\n007,3\n0x7, 4\n'a',5\n", byColumn(1))).toEqual({
    'runs-7': ['7,1', '007,3', '0x7, 4'],
    'runs-a': ["'a',2", "'a',5"],
  });
});

test.each([
  [1, 'K,1,2', '1,2'],
  [2, '1, K ,2', '1,2'],
  [3, '1,2,K # c', '1,2'],
  [2, '1,,2', undefined],
])('column %d of %j can be left out', (column, line, left) => {
  const act = () => cut(`${line}\n`, byColumn(column, { keep: false }));
  if (left === undefined) expect(act).toThrow('Line 1, column 3: an empty value');
  else expect(act()).toEqual({ 'runs-K': [left] });
});

test('by a column with a name', () => {
  const text = '"city",x\nKyoto, 1\nOslo,2\nKyoto,3\n';
  const groups = { 'runs-Kyoto': [' 1', '3'], 'runs-Oslo': ['2'] };
  expect(cut(text, byColumn('city', { keep: false, header: true }))).toEqual(groups);
  expect(cut(text, byColumn(1, { keep: false, header: true }))).toEqual(groups);
  expect(() => cut(text, byColumn('City', { header: true }))).toThrow(
    'runs.csv: there is no column named "City"',
  );
});

test.each([
  ['1,2\n3\n', byColumn(2), 'Line 2, column 2: the row has 1 value, and it is cut by column 2'],
  ['1,2\n3, x\n', byColumn(2), 'Line 2, column 4: "x" is no value that an input group may have'],
  ['1,2\n3, # c\n', byColumn(2), 'Line 2, column 4: an empty value'],
  ['1\n', byColumn(1, { keep: false }), 'Line 1, column 1: the row has no other value'],
  ['K,\n', byColumn(1, { keep: false }), 'Line 1, column 1: the row has no other value'],
  [',K\n', byColumn(2, { keep: false }), 'Line 1, column 2: the row has no other value'],
  [
    `1,2\n${'x'.repeat(1001)},1`,
    byColumn(1, { keep: false }),
    'Line 2, column 1: a value of 1,001 characters',
  ],
  ["'é',2\n1,x", byColumn(2), 'Line 2, column 3: "x" is no value'],
])('%j names line and column', (text, how, message) => {
  expect(() => cut(text, how)).toThrow(`runs.csv: ${message}`);
});

test('two values of one name are told, with their lines', () => {
  expect(() => cut("'a',1\n1,2\n'A',3\n", byColumn(1))).toThrow(
    'runs.csv: the rows of line 1 and of line 3 would be two input groups of one name, "runs-a" and "runs-A"',
  );
  expect(() => cut("'7',1\n7,2\n", byColumn(1))).toThrow('line 1 and of line 2');
  const drop = byColumn(1, { keep: false });
  expect(() => cut('straße,1\nx,2\nSTRASSE,3\n', drop)).toThrow('line 1 and of line 3');
});

test('a group that becomes too large is refused, with what to do', () => {
  expect(() => cut('1\n'.repeat(50), byRows(40), { maxBytes: 60 })).toThrow(
    expect.objectContaining({
      code: 'GROUP_TOO_LARGE',
      message: 'runs.csv: with line 31 the input group "runs-000000001" becomes too large',
      help: 'put at most 30 rows into each group (nothing was uploaded)',
    }),
  );
  expect(cut('1\n'.repeat(50), byRows(30), { maxBytes: 60 })['runs-000000001']).toHaveLength(30);
  const wide = `1${',1'.repeat(999)}\n`.repeat(1100);
  const most = Math.floor(MAX_INPUT_VALUES / 1000);
  const maxBytes = 10_000_000;
  expect(() => cut(wide, byRows(2000), { maxBytes })).toThrow(
    expect.objectContaining({ help: expect.stringContaining('at most 1,048 rows') }),
  );
  expect(Object.keys(cut(wide, byRows(most), { maxBytes }))).toHaveLength(2);
  expect(() => cut(wide, byColumn(1), { maxBytes })).toThrow(
    expect.objectContaining({ help: expect.stringContaining('with more different values') }),
  );
});

test('too many groups are refused, with what to do', () => {
  const cutter = new Cutter({ name: 'runs', path: 'runs.csv' }, byRows(1), 1000);
  const [row] = new RowReader('runs.csv', 1000).push(Buffer.from('1\n'));
  const take = (): unknown => row && cutter.take(row);
  for (let taken = 0; taken < MOST_GROUPS; taken += 1) take();
  expect(take).toThrow(
    expect.objectContaining({
      code: 'TOO_MANY_GROUPS',
      message: 'runs.csv would be cut into more than 100,000 input groups',
      help: 'put more rows into each group (nothing was uploaded)',
    }),
  );
});

describe('whatever the file', () => {
  const ROUNDS = 200;
  /** The values in the lines of a group. */
  const valuesIn = (lines: readonly string[]): string[][] => {
    const reader = new RowReader('group.csv', 1_000_000);
    return [...reader.push(Buffer.from(lines.map((one) => `${one}\n`).join('')))].map(textsOf);
  };
  const each = (check: (random: Random) => void): void => {
    const random = seeded(5);
    for (let round = 0; round < ROUNDS; round += 1) check(random);
  };

  test('groups of rows one after the other are the rows of the file', () =>
    each((random) => {
      const { text, rows } = randomCsv(random);
      const most = 1 + random(40);
      const groups = Object.values(cut(text, byRows(most))).map(valuesIn);
      expect(groups.flat()).toEqual(rows);
      for (const group of groups.slice(0, -1)) expect(group).toHaveLength(most);
    }));

  test('groups by a column have each row once, in the order of the file', () =>
    each((random) => {
      // 7 and '7' would have one name.
      const { text, rows } = randomCsv(random, { values: VALUES.filter((value) => value !== "'7'") });
      const column = random(3);
      const expected = [...Map.groupBy(rows, (row) => cutValue(row[column] ?? '').key).values()];
      const kept = Object.values(cut(text, byColumn(column + 1))).map(valuesIn);
      expect(kept).toEqual(expected);
      const dropped = Object.values(cut(text, byColumn(column + 1, { keep: false }))).map(valuesIn);
      expect(dropped).toEqual(expected.map((group) => group.map((row) => row.toSpliced(column, 1))));
    }));
});
