import { cellWidth } from '@cairn/tui-kit/screen';
import type { ControlState } from '../work/control-state.js';
import { drawCairn } from './cairn-drawing.js';
import { layoutNow } from './now-layout.js';
import { nowLines } from './now-lines.js';
import { type NowState, startNow } from './now-state.js';

const CONTROL: ControlState = {
  cpus: 1.5,
  isCapped: false,
  mostCpus: 2,
  maxMemory: 2 ** 32,
  reasons: [],
  snoozedUntil: undefined,
  finishing: false,
  running: true,
  error: undefined,
};
const PIECE: NowState['piece'] = {
  inputGroupId: 'g',
  inputGroup: 'batch 折り紙 with a long name',
  program: 'fold',
  organization: 'Folders\u001B[31m of \u202Eeverything',
  step: 'prove',
  phase: 'commit',
  fraction: 0.42,
  doneAt: 130_000,
  stepBeganAt: 60_000,
  beganAt: 40_000,
  leaseUntil: '2030-01-01T00:00:00.000Z',
  steps: 1_704_331,
  proveMemory: 2 ** 31,
};

function draw(
  now: Partial<NowState>,
  control: Partial<ControlState> = {},
  width = 80,
  height = 21,
): string[] {
  const state = { ...startNow('http://here'), reach: 'connected' as const, ...now };
  const lines = nowLines({
    now: state,
    control: { ...CONTROL, ...control },
    usage: [
      { cpus: 1, memory: 2 ** 30 },
      { cpus: 1.4, memory: 2 ** 31 },
    ],
    confirmed: 4,
    at: 100_000,
    style: 'braille',
    width,
    height,
  });
  return lines.map((line) => line.map(({ text }) => text).join(''));
}

test.each([
  [60, 13],
  [80, 21],
  [200, 57],
  [79, 16],
])('fills %i × %i exactly, with work and without', (width, height) => {
  for (const piece of [PIECE, undefined]) {
    const lines = draw({ piece }, {}, width, height);
    expect(lines).toHaveLength(height);
    expect(lines.map(cellWidth)).toEqual(lines.map(() => width));
  }
});

test('tells of the work what, how far, how long, and what was taken', () => {
  const text = draw({ piece: PIECE, accepted: 3 }).join('\n');
  for (const part of [
    'fold / batch 折り紙 with a long name  from Folders',
    '✓ fetch  ✓ execute  ▸ prove  · verify  · send',
    '42%',
    'prove for 40 s, about 30 s left; 1 min 00 s in all',
    '1,704,331 steps',
    'CPU 1.40',
    'cap 1.5 of 2',
    'Memory 2 GiB',
    'at most 4 GiB',
    '3 proofs accepted · 4 confirmed',
    '4 stones',
  ]) {
    expect(text).toContain(part);
  }
});

test.each<[Partial<NowState>, Partial<ControlState>, string]>([
  [{ waitingUntil: 5000 }, {}, '○ No work now'],
  [{ reach: 'lost', trouble: 'could not ask for work: refused' }, {}, 'could not ask for work: refused'],
  [{ reach: 'connecting' }, {}, '… Looking for http://here'],
  [{}, { running: false }, 'r begins to work again'],
  [{}, { running: false, error: 'error: it broke\ndo this: mend it' }, 'do this: mend it'],
  [{ piece: PIECE }, { reasons: [{ code: 'USER', why: 'w' }] }, '‖ paused by you: p goes on'],
  [{ piece: PIECE, pausedAt: 90_000 }, {}, 'about 40 s left'],
  [{ piece: PIECE }, { isCapped: true }, 'cap 1.5 of 2 for now'],
  [{}, { reasons: [{ code: 'BATTERY', why: 'on battery' }] }, 'No work in hand'],
  [{ piece: PIECE }, { finishing: true }, 'stops when this piece is done'],
])('with %j and %j it says so', (now, control, text) => {
  expect(draw(now, control).join('\n')).toContain(text);
});

test('shows all of what holds the work, in the place of what may be left out', () => {
  const reasons = [
    { code: 'FREE_MEMORY', why: '300 MiB of memory are free (less than 512 MiB)' },
    { code: 'OTHER_CPUS', why: 'other programs use 1.20 CPUs (more than 0.5)' },
  ] as const;
  const text = draw({ piece: PIECE }, { reasons: [...reasons] }, 80).join('\n');
  expect(text).toContain('‖ paused: 300 MiB of memory are free (less than 512');
  expect(text).toContain('other programs use 1.20 CPUs');
  expect(text).not.toContain('1,704,331 steps');
  expect(text).toContain('42%');
});

test('gives what is left to charts first', () => {
  expect(layoutNow(60, 13)).toEqual({
    workWidth: 60,
    workHeight: 8,
    cairnWidth: 0,
    chartHeight: 5,
    toldHeight: 0,
  });
  expect(layoutNow(80, 21)).toMatchObject({ workWidth: 56, cairnWidth: 24, chartHeight: 8, toldHeight: 5 });
  expect(layoutNow(200, 57)).toMatchObject({ chartHeight: 16, toldHeight: 33 });
});

test.each([
  [0, []],
  [1, ['▆▆▆']],
  [3, ['  ▆▆▆  ', '▆▆▆ ▆▆▆']],
  [5, ['▆▆▆ ▆▆▆  ', '▆▆▆ ▆▆▆ ▆▆▆']],
])('a pile of %i stones', (stones, rows) => {
  expect(drawCairn(stones, 5, 20).map((row) => row.trimEnd().trimStart())).toEqual(
    rows.map((row) => row.trim()),
  );
});

test('a pile never outgrows its room', () => {
  for (const stones of [15, 16, 100, 100_000]) {
    const rows = drawCairn(stones, 3, 20);
    expect(rows.length).toBeLessThanOrEqual(3);
    expect(Math.max(...rows.map(cellWidth))).toBeLessThanOrEqual(20);
  }
});
