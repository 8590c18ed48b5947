import { parseGroupName } from './group-name.js';
import { missingGroups } from './missing-groups.js';

const missing = (...names: string[]) => missingGroups(names.map(parseGroupName));

test('what is missing is of the same chain and length', () => {
  expect(missing('HP-E')).toEqual([]);
  expect(missing('HPH-EN')).toEqual(['HPH-EE']);
});

test.each([
  [['HPH-EN', 'HPH-EN'], 'twice'],
  [['HPH-EN', 'HPP-EE'], 'another chain'],
  [['HPH-EN', 'HPH-E'], 'another length'],
  [['HPH-EN', 'HPH-ES'], 'a mirrored group'],
  [['HPH-NE'], 'a turned group'],
  [['HPH-EW'], 'no walk'],
])('%p is refused: %s', (names) => {
  expect(() => missing(...names)).toThrow(/is there twice or not of the same search/);
});
