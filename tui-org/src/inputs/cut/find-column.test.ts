import { findColumn } from './find-column.js';

const NAMES = ['seed', 'city', 'x', 'x'];

test('finds a column by number and by name', () => {
  expect([findColumn(4, NAMES, 'f.csv'), findColumn('city', NAMES, 'f.csv')]).toEqual([4, 2]);
});

test.each([
  [5, 'f.csv: there is no column 5'],
  ['City', 'f.csv: there is no column named "City"'],
  ['x', 'f.csv: there is more than one column named "x"'],
])('refuses %j', (column, message) => {
  expect(() => findColumn(column, NAMES, 'f.csv')).toThrow(
    expect.objectContaining({
      message,
      expected: 'one of those in the first row: 1 "seed", 2 "city", 3 "x", 4 "x"',
    }),
  );
});

test('shows the first of many', () => {
  const many = Array.from({ length: 500 }, (_, at) => `c${at}`);
  expect(() => findColumn('none', many, 'f.csv')).toThrow(
    expect.objectContaining({ expected: expect.stringMatching(/20 "c19", …$/u) }),
  );
});
