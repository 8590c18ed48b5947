import { type Row, textsOf } from './row.js';
import { RowReader } from './row-reader.js';
import { randomCsv, seeded } from './test/random-csv.js';

/** The rows of a text that comes in pieces of these many bytes. */
function read(text: string | Buffer, pieceBytes: number, mostBytes = 1000): Row[] {
  const bytes = Buffer.from(text);
  const reader = new RowReader('file.csv', mostBytes);
  const rows: Row[] = [];
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    rows.push(...reader.push(bytes.subarray(from, from + pieceBytes)));
  }
  return [...rows, ...reader.end()];
}

test.each([
  ['', []],
  ['# nothing\n\n \t\r\n', []],
  ['1', [[1, '1']]],
  [
    '1,2\n3\n',
    [
      [1, '1', '2'],
      [2, '3'],
    ],
  ],
  [
    '\u{feff}1,\t2 \r\n\n 3 # three\r\n',
    [
      [1, '1', '2'],
      [3, '3'],
    ],
  ],
  [
    "'a,b#c'# it's\n'é'",
    [
      [1, "'a,b#c'"],
      [2, "'é'"],
    ],
  ],
  [
    '1,,2,\n,',
    [
      [1, '1', '', '2', ''],
      [2, '', ''],
    ],
  ],
  [
    "'open, # 1\n2",
    [
      [1, "'open, # 1"],
      [2, '2'],
    ],
  ],
])('reads %j', (text, expected) => {
  for (const bytes of [1, 2, 3, 1000]) {
    expect(read(text, bytes).map((row) => [row.line, ...textsOf(row)])).toEqual(expected);
  }
});

test('finds the rows of whatever is written, in whatever pieces it comes', () => {
  const random = seeded(11);
  for (let round = 0; round < 300; round += 1) {
    const { text, rows } = randomCsv(random);
    expect(read(text, 1 + random(200)).map(textsOf)).toEqual(rows);
  }
});

test('what stands in a row stands at the same place in the file', () => {
  const [row] = read('  1 , 2 # 3', 4);
  expect(String(row?.content)).toBe('  1 , 2 ');
});

test('a line that never ends is not gathered', () => {
  expect(() => read(`1\n${'1,'.repeat(600)}`, 100)).toThrow(
    expect.objectContaining({
      code: 'CSV_INVALID',
      message:
        'file.csv: Line 2, column 1: the line is longer than 1000 B, the most that an input group may have',
      details: { about: 'file.csv', line: 2, column: 1 },
    }),
  );
});

test('a line of more values than any group may have is told of before they are looked at', () => {
  expect(() => read(`1\n${','.repeat(2 ** 20)}`, 2 ** 21, 2 ** 22)).toThrow(
    'file.csv: Line 2, column 1: the line has more than 1,048,576 values',
  );
});

test('blanks within a value take no longer than other characters', () => {
  const value = `a${' '.repeat(500_000)}b`;
  const began = performance.now();
  expect(read(` ${value}\t,2`, 2 ** 20, 2 ** 20).map(textsOf)).toEqual([[value, '2']]);
  expect(performance.now() - began).toBeLessThan(5000);
});
