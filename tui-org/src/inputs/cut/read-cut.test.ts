import { readCut } from './read-cut.js';

test.each([
  [{}, undefined],
  [{ cutRows: '1000' }, { header: false, by: { rows: 1000 } }],
  [
    { cutRows: '5', header: true },
    { header: true, by: { rows: 5 } },
  ],
  [{ cutBy: '2' }, { header: false, by: { column: 2, keep: true } }],
  [
    { cutBy: 'city', header: true, dropColumn: true },
    { header: true, by: { column: 'city', keep: false } },
  ],
])('%j', (options, cut) => {
  expect(readCut(options)).toEqual(cut);
});

test.each([
  [{ cutRows: '0' }, '--cut-rows is "0"'],
  [{ cutRows: '1.5' }, '--cut-rows is "1.5"'],
  [{ cutRows: '-1' }, '--cut-rows is "-1"'],
  [{ cutBy: '0' }, '--cut-by is "0"'],
  [{ cutBy: '0', header: true }, '--cut-by is "0"'],
  [{ cutBy: '', header: true }, '--cut-by is ""'],
  [{ cutBy: '9999999' }, '--cut-by is "9999999"'],
  [{ header: true }, '--header says nothing without --cut-rows or --cut-by'],
  [{ cutRows: '2', dropColumn: true }, '--drop-column says nothing without --cut-by'],
])('refuses %j', (options, message) => {
  expect(() => readCut(options)).toThrow(message);
});

test('a name needs a first row of names', () => {
  expect(() => readCut({ cutBy: 'city' })).toThrow(
    expect.objectContaining({ message: '--cut-by is "city"', help: expect.stringContaining('--header') }),
  );
});
