import { timesOf } from './first-frames.mjs';
import { judge } from './judge.mjs';
import { lookAtList } from './look-at-list.mjs';
import { replay } from './replay.mjs';
import { markdown } from './report.mjs';

const scroll = {
  ...{ key: 'down', size: '80×24', presses: 300, frames: 150, framesPerSecond: 30.1, longest: 40 },
  ...{ faults: [], cursor: 301, expected: 301 },
};
const start = { frame: 400, work: 900 };

const measured = {
  starts: { bare: [40, 45, 41], veryFirst: start, frames: [200, 210, 290], works: [400, 410, 420] },
  idle: [{ page: 'Now', cpus: 0.004, written: 0 }],
  scrolls: [scroll],
};

function short(changes: Partial<typeof measured>): string[] {
  return judge({ ...measured, ...changes })
    .filter(({ ok }) => !ok)
    .map(({ name }) => name);
}

test('is content with what keeps within the bounds', () => {
  expect(short({})).toEqual([]);
});

test('finds each goal that is short', () => {
  expect(short({ starts: { ...measured.starts, frames: [200, 210, 300] } })).toEqual(['first frame']);
  expect(short({ idle: [{ page: 'History', cpus: 0.01, written: 0 }] })).toEqual(['left alone on History']);
  for (const changes of [{ framesPerSecond: 29.9 }, { faults: ['x'] }, { cursor: 300 }])
    expect(short({ scrolls: [{ ...scroll, ...changes }] as never })).toEqual(['down held down at 80×24']);
});

test('writes a page', () => {
  const machine = { cpu: 'a processor', cores: 2, memory: '8.0 GiB', system: 'Linux 6 x64' };
  const rest = { command: 'c', date: 'd', machine, versions: { Ink: '8' }, seconds: 60, rows: 10_000 };
  const page = markdown({ ...rest, ...measured, goals: judge(measured) });
  expect(page).toContain('| first frame | 210 ms | 290 ms |');
  expect(page).toContain('| down | 80×24 | 300 | 150 | 30.1 | 40 ms |');
  expect(page).toContain('goal left alone on Now: 0.40% of a CPU (wanted under 1%) ok');
});

const SIZE = { columns: 60, rows: 4 };
const frameOf = (middle: string) =>
  `\u001B[?2026h\u001B[H\u001B[2J c [1 Now] 2\r\n${middle}\r\n╰──╯\r\n ? keys  q quit\u001B[?2026l`;

test('a first frame is there when its last line is, and the work when it is shown', async () => {
  const whole = frameOf('starting');
  const chunks = [
    { at: 1, data: '\u001B[?2026h\u001B[H c [1 Now] 2\u001B[?2026l' },
    { at: 2, data: whole.slice(0, 30) },
    { at: 3, data: whole.slice(30) },
    { at: 4, data: frameOf('╭─ Work ──╮') },
  ];
  expect(await timesOf(chunks, SIZE)).toEqual({ frame: 3, work: 4 });
});

test('looks at every frame of a chunk, and at no part of one', async () => {
  const seen: string[] = [];
  const data = `${frameOf('one')}${frameOf('two')}${frameOf('three').slice(0, 40)}`;
  await replay([{ at: 1, data }], SIZE, (lines) => seen.push(lines[1] ?? ''));
  expect(seen).toEqual(['one', 'two']);
});

test('looks at a frame whose end came in two chunks', async () => {
  const seen: string[] = [];
  const whole = frameOf('one');
  const chunks = [
    { at: 1, data: whole.slice(0, -3) },
    { at: 2, data: whole.slice(-3) },
  ];
  await replay(chunks, SIZE, (lines, at) => seen.push(`${lines[1]} at ${at}`));
  expect(seen).toEqual(['one at 2']);
});

const row = (number: number, mark = '  ') =>
  `│ ${mark}2026-11-26 12:00  ◷ waiting    fold / ${String(number).padStart(5, '0')}   1 MiB │`;
const list = (rows: string[], cursor: string) => [
  'c 1 2 [3 History] 4',
  ...rows,
  `╰──── ${cursor} of 10,000 ─╯`,
  ' ? keys  q quit',
];

test('finds what is wrong with a frame of a list', () => {
  const rows = [row(999), row(1000, '❯ '), row(1001)];
  expect(lookAtList(list(rows, '1,000'))).toEqual({ cursor: 1000 });
  expect(lookAtList(list(rows, '999'))).toEqual({
    fault: 'the cursor is on row 1000, and the frame says 999',
  });
  expect(lookAtList(list([row(999, '❯ '), row(1001)], '999'))).toEqual({
    fault: 'row 1001 stands in the place of 1000',
  });
  expect(lookAtList(list([row(1, '❯ '), row(2, '❯ ')], '1'))).toEqual({
    fault: '2 rows are under the cursor',
  });
  expect(lookAtList(list([row(1)], '1'))).toEqual({ fault: '0 rows are under the cursor' });
  expect(lookAtList(list([], '1'))).toEqual({ fault: 'it shows no rows' });
  expect(lookAtList(list(rows, '1,000').slice(0, -1))).toEqual({ fault: 'it is not whole' });
});
