import { hostileSet } from '../test/hostile-set.js';
import { resultsSummary, rowJson } from './results-json.js';
import { resultsTable } from './results-table.js';

test('table: says what each row rests on, and nothing reaches the terminal unescaped', () => {
  const table = resultsTable(hostileSet, hostileSet.rows);
  expect(table).not.toContain('\u001b');
  expect(table).toMatch(/first +-5 +=1\+1 +\[1 2\] +verified here/);
  expect(table).toMatch(/SERVER'S WORD, UNBOUND/);
  expect(table).toMatch(/total +i128 +2 +-5 +1267650600228229401496703205376/);
  expect(table).toContain("3 confirmed results: 2 verified here, 1 on the server's word alone.");
  expect(table).toContain('third: one left over');
});

test('JSON: outputs by name, exact integers, aggregates over all rows', () => {
  const { columns, rows } = hostileSet;
  expect(resultsSummary(hostileSet)).toMatchObject({
    program: { id: 'p' },
    columns: [{ name: 'total', type: 'i128' }, { name: 'label', type: 'short_string' }, { name: 'list' }],
    aggregates: [{ name: 'total', count: 2, min: -5, max: '1267650600228229401496703205376' }],
    histograms: [
      { name: 'total', bins: expect.arrayContaining([expect.objectContaining({ from: -5, count: 1 })]) },
      { name: 'label', others: 0, bins: [{ from: '=1+1', count: 1 }, { from: '@x' }] },
    ],
  });
  expect(rows.map((row) => rowJson(columns, row))).toMatchObject([
    { trust: 'verified', outputs: { total: -5, label: '=1+1', list: [1, 2] }, problem: null },
    { outputs: { total: '1267650600228229401496703205376' } },
    { outputs: null, problem: 'one left over' },
  ]);
});
