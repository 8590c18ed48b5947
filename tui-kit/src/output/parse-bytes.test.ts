import { parseBytes } from './parse-bytes.js';

test.each([
  ['1', 1],
  ['1500', 1500],
  ['512M', 512 * 1024 ** 2],
  ['1.5g', 1.5 * 1024 ** 3],
  ['2 GiB', 2 * 1024 ** 3],
  ['7kb', 7 * 1024],
  ['9B', 9],
])('reads %s', (text, bytes) => {
  expect(parseBytes(text, '--max-memory')).toBe(bytes);
});

test.each(['', '0', '-1', '1,5G', '1X', 'G', '1e9', '99999999T', '0x10'])('refuses %j', (text) => {
  expect(() => parseBytes(text, '--max-memory')).toThrow(`--max-memory is ${JSON.stringify(text)}`);
});
