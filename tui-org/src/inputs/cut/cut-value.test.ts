import { FELT_PRIME } from '@cairn/shared-schema';
import { cutValue } from './cut-value.js';

test.each([
  [['7', '007', '0x7', '0x0007'], '7', true],
  [['0', '-0', '0x0'], '0', true],
  [['-1', String(FELT_PRIME - 1n)], String(FELT_PRIME - 1n), true],
  [["'north'"], "'north", true],
  [["'7'"], "'7", true],
  [['north', '"north"', '" north "'], "'north", false],
  [[String(FELT_PRIME)], `'${FELT_PRIME}`, false],
  [['9'.repeat(100)], `'${'9'.repeat(100)}`, false],
  [['0X7'], "'0X7", false],
  [['1.5'], "'1.5", false],
  [["'a''b'"], "''a''b'", false],
])('%j are one value', (texts, key, isFelt) => {
  for (const text of texts) expect(cutValue(text)).toMatchObject({ key, isFelt });
});

test('a word with quotes and one without are told together', () => {
  expect(cutValue("'north'").key).toBe(cutValue('north').key);
});

test('is called what was written, without quotes', () => {
  expect(['0x0A', "'a b'", '"c"', 'd'].map((text) => cutValue(text).label)).toEqual([
    '0x0A',
    'a b',
    'c',
    'd',
  ]);
});
