import { hostileSet } from '../test/hostile-set.js';
import { areSameResults } from './same-results.js';

const [first, ...others] = hostileSet.rows;
const withFirst = (more: Partial<NonNullable<typeof first>>) => ({
  ...hostileSet,
  rows: first === undefined ? [] : [{ ...first, ...more }, ...others],
});

test('results that were read again are the same', () => {
  expect(areSameResults(hostileSet, withFirst({}))).toBe(true);
});

test.each([
  ['one more', { ...hostileSet, rows: others }],
  ['another proof', withFirst({ proofSha256: 'b'.repeat(64) })],
  ['verified meanwhile', withFirst({ trust: 'servers-word' })],
  ['another input group', withFirst({ inputGroup: { id: 'other', name: 'first' } })],
])('%s makes others of them', (_, other) => {
  expect(areSameResults(hostileSet, other)).toBe(false);
});
