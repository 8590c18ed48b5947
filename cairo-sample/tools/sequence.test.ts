import { parseSequence } from './sequence.js';

test('a chain is H and P', () => {
  expect(parseSequence('HPPH')).toBe('HPPH');
  expect(parseSequence('H'.repeat(60))).toHaveLength(60);
});

test.each([
  ['HPh', 'Bead 3 of the chain is "h", expected H or P.'],
  ['H\n', 'Bead 2 of the chain is "\\n"'],
  ['😀H', 'Bead 1 of the chain is "😀"'],
  ['', 'The chain has 0 beads, expected 2 to 60.'],
  ['H', 'The chain has 1 beads'],
  ['P'.repeat(61), 'The chain has 61 beads'],
])('%p is refused', (text, message) => {
  expect(() => parseSequence(text)).toThrow(message);
});
