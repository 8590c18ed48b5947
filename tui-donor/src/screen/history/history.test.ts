import { cellWidth } from '@cairn/tui-kit/screen';
import { reservedPiece } from '../../test/reserved-piece.js';
import { dayTotals, totalLines } from './day-totals.js';
import { detailLines } from './detail-lines.js';
import type { JudgedPiece, Verdict } from './finished-piece.js';
import { HISTORY_COLUMNS, standingOfPiece } from './history-columns.js';
import { verdictOf } from './verdict-of.js';

const OURS = 'c'.repeat(64);

function judged(verdict: Verdict, finishedAt = '2026-11-26T12:00:00.000Z'): JudgedPiece {
  const execution = { steps: 1000, bytes: 1, sha256: 'd', submission: 'submitted' } as const;
  const piece = { ...reservedPiece(), execution, proof: { seconds: 60, bytes: 2 ** 20, sha256: OURS } };
  return { piece, outcome: 'proven', beganAt: '2026-11-26T11:00:00.000Z', finishedAt, verdict };
}

type Group = NonNullable<Parameters<typeof verdictOf>[1]>;

function group(changes: Partial<Group>): Group {
  return { id: 'g', state: 'PROVEN', confirmedAt: null, proof: null, rejections: [], ...changes } as Group;
}

const proof = (sha256: string, state: string) => ({ id: 'x', sha256, state }) as Group['proof'];
const rejection = (proofSha256: string, reason: string) => ({
  proofSha256,
  reason,
  rejectedAt: '2026-11-26T13:00:00.000Z',
});

test.each<[string, Group | null, Verdict]>([
  ['nobody decided', group({ proof: proof(OURS, 'SUBMITTED') }), { state: 'waiting' }],
  [
    'it was confirmed',
    group({ state: 'CONFIRMED', confirmedAt: 'then', proof: proof(OURS, 'CONFIRMED') }),
    { state: 'confirmed', at: 'then' },
  ],
  [
    'it was rejected',
    group({ rejections: [rejection(OURS, 'wrong\u001B[2J day'), rejection('other', 'x')] }),
    { state: 'rejected', at: '2026-11-26T13:00:00.000Z', reason: 'wrong day' },
  ],
  [
    'it was rejected, and stands there again',
    group({ proof: proof(OURS, 'SUBMITTED'), rejections: [rejection(OURS, 'hasty')] }),
    { state: 'waiting' },
  ],
  ['another stands there', group({ proof: proof('f', 'CONFIRMED') }), { state: 'other' }],
  ['the group was deleted', null, { state: 'gone' }],
])('when %s it says so', (_, of, verdict) => {
  expect(verdictOf(OURS, of)).toEqual(verdict);
});

test('tells of a piece what became of it and why', () => {
  const rejected: Verdict = { state: 'rejected', at: '2026-11-26T13:00:00.000Z', reason: 'the wrong day' };
  const text = detailLines(judged(rejected), 60).map((line) => line.map((part) => part.text).join(''));
  expect(text[0]).toBe('State          ✗ rejected');
  expect(text.join('\n')).toContain('because: the wrong day');
  expect(text.join('\n')).toContain('1 MiB');
  expect(Math.max(...text.map(cellWidth))).toBeLessThanOrEqual(60);
});

test('what is no proof has a state of its own', () => {
  expect(standingOfPiece({ ...judged({ state: 'unknown' }), outcome: 'failed' })[0]).toBe('✗ failed');
  expect(HISTORY_COLUMNS.map(({ text }) => text(judged({ state: 'waiting' }))).slice(1)).toEqual([
    '◷ waiting',
    'fold / first',
    '1,000',
    '1 min 00 s',
    '1 MiB',
  ]);
});

test('adds up the days, the newest first', () => {
  const totals = dayTotals([
    judged({ state: 'confirmed', at: undefined }),
    judged({ state: 'waiting' }),
    judged({ state: 'waiting' }, '2026-11-20T12:00:00.000Z'),
    { ...judged({ state: 'unknown' }), outcome: 'failed' },
  ]);
  expect(totals).toMatchObject([
    { day: '2026-11-26', proofs: 2, confirmed: 1, rejected: 0, steps: 2000, seconds: 120 },
    { day: '2026-11-20', proofs: 1, confirmed: 0 },
  ]);
  const [first = []] = totalLines(totals, 80);
  expect(
    first
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
  ).toBe('2026-11-26  2 proofs, ✓ 1 confirmed  2,000 steps, 2 min 00 s of proving');
});
