import { cellWidth } from '@cairn/tui-kit/screen';
import type { Standing } from '../../credit/credit-api.js';
import { creditBrief, creditLines } from './credit-lines.js';

const STANDING: Standing = {
  publicKey: 'a'.repeat(64),
  nickname: null,
  provenRows: 2_359_296,
  proofs: 1,
  rankedRows: 2_359_296,
  waitingProofs: 0,
  waitingRows: 0,
  place: 3,
};

const shown = (changes: Partial<Standing>, width = 90): string | undefined =>
  creditLines({ ...STANDING, ...changes }, width)
    .map((segments) => segments.map(({ text }) => text).join(''))[0]
    ?.trimEnd();

test.each([
  [{}, 'Place 3  2,359,296 proven rows of 1 confirmed'],
  [
    { waitingProofs: 2, nickname: 'Ada' },
    'Place 3  2,359,296 proven rows of 1 confirmed, 2 proofs waiting  as Ada',
  ],
  [{ place: null }, 'Place beyond 10,000  2,359,296 proven rows of 1 confirmed'],
  [{ place: null, rankedRows: 0 }, 'No place: own work does not rank  2,359,296 proven rows of 1 confirmed'],
  [{ place: null, rankedRows: 0, provenRows: 0, proofs: 0 }, 'No place yet  0 proven rows of 0 confirmed'],
])('tells %j', (changes, line) => {
  expect(shown(changes)).toBe(line);
});

test('has a few words for where there is no line', () => {
  expect(creditBrief(STANDING)).toBe('Place 3, 2,359,296 proven rows');
  expect(creditBrief(undefined)).toBe('');
});

test('has no more than a line, and nothing that drives a terminal', () => {
  const line = shown({ nickname: `\u001b[31m${'折'.repeat(40)}` }, 40) ?? '';
  expect(line).not.toContain('\u001b');
  expect(cellWidth(line)).toBeLessThanOrEqual(40);
  expect(creditLines(undefined, 40)).toEqual([]);
});
