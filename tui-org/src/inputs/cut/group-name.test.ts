import { validateName } from '@cairn/shared-schema';
import { groupName, requireShortName, rowLabel } from './group-name.js';

test.each([
  ['7', 'runs-7'],
  ['north', 'runs-north'],
  ['Ünïcödé 名前', 'runs-Ünïcödé 名前'],
  ['a/b', 'runs-a%2Fb'],
  ['../../etc', 'runs-..%2F..%2Fetc'],
  ['a\\b', 'runs-a%5Cb'],
  ['100%', 'runs-100%25'],
  ['a\u202eb', 'runs-a%E2%80%AEb'],
  ['\u001b[2J', 'runs-%1B[2J'],
  ['e\u0301', 'runs-é'],
])('%j is called %j', (label, name) => {
  expect(groupName('runs', label)).toBe(name);
});

test.each([
  'x'.repeat(200),
  'x '.repeat(40),
  `a${'\u0316'.repeat(9)}`,
  '\ufdfa'.repeat(12),
  '名'.repeat(90),
  'end ',
])('what does not fit is its beginning and its hash: %j', (label) => {
  const name = groupName('runs', label);
  expect(name).toMatch(/^runs-[a-zA-Z0-9 ]{0,20}~[0-9a-f]{16}$/u);
  expect(validateName(name)).toBe(name);
  expect(groupName('runs', label)).toBe(name);
  expect(groupName('runs', `${label}!`)).not.toBe(name);
});

test('leaves room for what comes behind the name of the file', () => {
  const name = '😀'.repeat(50);
  expect(() => requireShortName({ path: '/f.csv', name })).not.toThrow();
  expect(Buffer.byteLength(groupName(name, '名'.repeat(300)))).toBeLessThan(240);
  expect(() => requireShortName({ path: '/f.csv', name: 'x'.repeat(51) })).toThrow(
    'the file name of /f.csv has 51 characters',
  );
});

test('rows sort as their names do', () => {
  const labels = [1, 2, 10, 999, 1000, 123_456_789].map(rowLabel);
  expect(labels.toSorted()).toEqual(labels);
});
