import { evenLuck } from './even-luck.mjs';
import { judge, type Measurement } from './judge.mjs';
import { options } from './options.mjs';
import { markdown } from './report.mjs';
import { type Stage, stagesIn } from './stages.mjs';
import { judgeTimeline } from './timeline.mjs';

const stage = (name: string, took: number, expected = took): Stage => ({
  name,
  took,
  expected,
  isLottery: name === 'work' || name === 'grind',
});
/** Ten seconds, of which the last search took four instead of two. */
const stages = [
  stage('tables', 2),
  stage('work', 1),
  stage('fri', 2),
  stage('grind', 4, 2),
  stage('finish', 1),
];
const said = (seconds: number, fraction: number) => ({ seconds, fraction });

const proof: Measurement = {
  workload: 'sample-6m',
  steps: 6_066_093,
  seconds: 50,
  foretold: 45,
  calibrated: true,
  deviation: 0.04,
  withoutLuck: 0.02,
  wentBack: false,
  gap: 0.31,
  grind: 0.5,
};
const programs = Array.from({ length: 12 }, (_, at) => ({
  ...proof,
  workload: `program-${at}`,
  steps: at === 0 ? 10_005 : 14_563_873,
}));

test('a clock of even luck lets each lottery last as long as is expected', () => {
  const { at, total } = evenLuck(stages, 10);
  expect(total).toBe(8);
  expect([0, 5, 6, 7, 8, 9, 10].map(at)).toEqual([0, 5, 6, 7, 7, 7, 8]);
});

test('what was told is held against what became of it', () => {
  const events = [said(0, 0), said(5, 0.62), said(9, 0.85), said(9.5, 0.84)];
  const timeline = judgeTimeline({ total: 10, events, arrived: [0, 0.1, 5.2, 9.4, 10], stages });
  expect(timeline.deviation).toBeCloseTo(0.12);
  expect(timeline.withoutLuck).toBeCloseTo(0.0975);
  expect(timeline).toMatchObject({ wentBack: true, grind: 4 });
  expect(timeline.gap).toBeCloseTo(5.1);
  expect(judgeTimeline({ total: 10, events: events.slice(0, 3), arrived: [0], stages }).wentBack).toBe(false);
});

test('stages are read from the log, whatever stands around them', () => {
  const log =
    'noise\nINFO stages: Size { steps: 0.1 } tables=0.770/0.700/0.120 work=0.116/0.116/0.039 grind=5.505/3.019/0.170\n';
  expect(stagesIn(log)).toEqual([
    stage('tables', 0.77, 0.12),
    stage('work', 0.116, 0.039),
    stage('grind', 5.505, 0.17),
  ]);
  expect(() => stagesIn('INFO stages: tables=1/1/1')).toThrow('no line `stages:` with both searches');
});

test('goals are reached or short by what was measured', () => {
  const oks = (measurements: Measurement[]) => judge(measurements).map(({ ok }) => ok);
  expect(oks(programs)).toEqual([true, true, true, true, true]);
  expect(oks([proof])).toEqual([false, true, true, true, true]);
  expect(oks([...programs, { ...proof, deviation: 0.11 }])).toEqual([true, false, true, true, true]);
  expect(oks([...programs, { ...proof, withoutLuck: 0.11 }])).toEqual([true, true, false, true, true]);
  expect(oks([...programs, { ...proof, wentBack: true }])).toEqual([true, true, true, false, true]);
  expect(oks([...programs, { ...proof, gap: 0.51 }])).toEqual([true, true, true, true, false]);
  expect(oks([])).toEqual([false, false, false, false, false]);
});

test('the worst is named', () => {
  const [, fraction, , back, events] = judge([
    ...programs,
    { ...proof, deviation: 0.2, wentBack: true, gap: 1 },
  ]);
  expect(fraction?.measured).toBe('20.0 points (sample-6m)');
  expect(back?.measured).toBe('sample-6m');
  expect(events?.measured).toBe('1000 ms (sample-6m)');
});

test('a run of some programs, or with other threads, is not the whole', () => {
  expect(options([])).toMatchObject({ isWhole: true, threads: undefined });
  expect(options([]).workloads.every(({ steps }) => steps < 16e6)).toBe(true);
  expect(options(['--only', 'sample-6m'])).toMatchObject({
    workloads: [{ name: 'sample-6m' }],
    isWhole: false,
  });
  expect(options(['--threads', '1'])).toMatchObject({ threads: '1', isWhole: false });
  expect(() => options(['--only', 'sample-7m'])).toThrow('no workload sample-7m');
});

test('the page names command, machine, proofs and goals', () => {
  const page = markdown({
    command: 'npm run bench:progress',
    date: '2026-01-02',
    machine: { cpu: 'A CPU', cores: 2, memory: '24.0 GiB', system: 'Linux 6.1 x64' },
    prover: '0.1.0 at 0123456789ab',
    measurements: [{ ...proof, calibrated: false }, proof],
    goals: judge([proof]),
  });
  expect(page).toContain('Written by `npm run bench:progress` on 2026-01-02: A CPU, 2 cores');
  expect(page).toContain('cairn-prover 0.1.0 at 0123456789ab.');
  expect(page).toContain(
    '| sample-6m | 6,066,093 | 50.0 s | 0.50 s | 4.0 points | 2.0 points | 310 ms | 45.0 s, not calibrated | -10.0% |',
  );
  expect(page).toContain('Seconds are foretold 10.0% off in the median, 10.0% at worst.');
  expect(page).toContain(
    '- goal events-every-500-ms: 310 ms (sample-6m) (wanted at most 500 ms between two) ok',
  );
});
