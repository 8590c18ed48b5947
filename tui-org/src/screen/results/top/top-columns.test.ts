import { hostileSet } from '../../../test/hostile-set.js';
import { topColumns } from './top-columns.js';

test('each has its place, its value, its input group and what it rests on, with no text that drives a terminal', () => {
  const columns = topColumns(hostileSet.columns, 0);
  const cells = hostileSet.rows.map((row, at) =>
    columns.map(({ text }) => text({ place: at + 1, row })).slice(0, 4),
  );
  expect(columns.map(({ title }) => title)).toEqual([
    '#',
    'total',
    'input group',
    'rests on',
    'proof SHA-256',
  ]);
  expect(cells).toEqual([
    ['1', '-5', 'first', '✓ verified here'],
    ['2', '1267650600228229401496703205376', '=HYPERLINK("x")', "! server's word, UNBOUND"],
    ['3', '?', 'third', '✓ verified here'],
  ]);
});
