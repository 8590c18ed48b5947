import { FELT_PRIME, formatFelt, isCanonicalFelt, parseFelt, toSigned } from './felt.js';

describe('field elements', () => {
  it('has the prime of Cairo', () => {
    expect(FELT_PRIME.toString(16)).toBe('800000000000011000000000000000000000000000000000000000000000001');
  });

  it.each(['0x0', '0x1', '0xa0', `0x${(FELT_PRIME - 1n).toString(16)}`])('reads and writes %s', (text) => {
    expect(formatFelt(parseFelt(text))).toBe(text);
  });

  it.each([
    '',
    '0x',
    '0x00',
    '0x01',
    '0xA',
    '12',
    ' 0x1',
    '0x1\n',
    `0x${FELT_PRIME.toString(16)}`,
    `0x${'f'.repeat(64)}`,
  ])('refuses %j', (text) => {
    expect(isCanonicalFelt(text)).toBe(false);
    expect(() => parseFelt(text)).toThrow(RangeError);
  });

  it('writes negative values as prime minus amount, and reads them back as signed', () => {
    expect(toSigned(parseFelt(formatFelt(-5n)))).toBe(-5n);
    expect(toSigned(FELT_PRIME / 2n)).toBe(FELT_PRIME / 2n);
    expect(toSigned(FELT_PRIME / 2n + 1n)).toBe(-(FELT_PRIME / 2n));
  });

  it('refuses amounts beyond the prime', () => {
    expect(() => formatFelt(FELT_PRIME)).toThrow(RangeError);
    expect(() => formatFelt(-FELT_PRIME)).toThrow(RangeError);
  });
});
