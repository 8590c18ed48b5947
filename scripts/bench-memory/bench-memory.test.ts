import { judge } from './judge.mjs';
import { error, find, type Measurement } from './measurement.mjs';
import { options } from './options.mjs';
import { markdown } from './report.mjs';

const gib = 2 ** 30;
const proof: Measurement = {
  workload: 'sample-6m',
  steps: 6_066_093,
  tier: 'small',
  coefficients: 'recomputed',
  estimate: 7 * gib,
  peak: 6.6 * gib,
  systemPeak: 6.6 * gib,
  seconds: 50,
  chosen: true,
};
const programs = Array.from({ length: 12 }, (_, at) => ({
  ...proof,
  workload: `program-${at}`,
  steps: at === 0 ? 10_005 : 14_563_873,
}));
const long = {
  ...proof,
  workload: 'sample-20m',
  steps: 20_000_001,
  systemPeak: 21 * gib,
  estimate: 21.5 * gib,
};

const whole = programs.map(({ workload }) => workload);

test('goals are reached or short by what was measured', () => {
  const oks = (measurements: Measurement[]) => judge(measurements, whole).map(({ ok }) => ok);
  expect(oks([...programs, proof, long])).toEqual([true, true, true]);
  expect(oks([...programs, proof, { ...long, estimate: 25 * gib }])).toEqual([false, true, true]);
  expect(oks([...programs, proof, { ...long, estimate: 17 * gib }])).toEqual([false, true, true]);
  expect(oks([...programs, { ...proof, systemPeak: 8.1 * gib, estimate: 8.1 * gib }])).toEqual([
    true,
    false,
    false,
  ]);
  expect(oks([proof, long])).toEqual([false, true, true]);
  expect(oks([])).toEqual([false, false, false]);
});

test('programs count that were measured in every tier', () => {
  const [estimates] = judge(programs, whole.slice(1));
  expect(estimates).toMatchObject({ ok: false });
  expect(estimates?.measured).toContain('12 proofs, 11 programs in every tier');
});

test('the worst estimate is named, be it too much or too little', () => {
  const low = { ...proof, workload: 'low', estimate: 5 * gib };
  expect(judge([...programs, low], whole)[0]?.measured).toContain(
    '-24.2% at worst (low in small, recomputed)',
  );
  expect(error(proof)).toBeCloseTo(0.0606, 4);
});

test('a proof is the same when program, tier and coefficients are', () => {
  expect(find([proof], proof)).toBe(proof);
  expect(find([proof], { ...proof, coefficients: 'kept' })).toBeUndefined();
});

test('workloads may be named, and one that is none is told', () => {
  expect(options(['--only', 'sample-6m', '--resume'])).toMatchObject({
    workloads: [{ name: 'sample-6m' }],
    resume: true,
  });
  expect(options(['--only', 'sample-6m'])).toMatchObject({ isKept: false });
  expect(options(['--tier', 'small', '--resume'])).toMatchObject({ isKept: true });
  expect(options([])).toMatchObject({ isKept: true });
  expect(() => options(['--only', 'sample-7m'])).toThrow(
    'no workload sample-7m: expected some of arithmetic-10k',
  );
});

test('the page names command, machine, proofs and goals', () => {
  const page = markdown({
    command: 'npm run bench:memory',
    date: '2026-01-02',
    machine: { cpu: 'A CPU', cores: 2, memory: '24.0 GiB', system: 'Linux 6.1 x64' },
    measurements: [proof],
    goals: judge([proof], []),
  });
  expect(page).toContain('Written by `npm run bench:memory`, last on 2026-01-02: A CPU, 2 cores');
  expect(page).toContain(
    '| sample-6m | 6,066,093 | **small** | recomputed | 7.0 GiB | 6.6 GiB | 6.1% | 50.0 s |',
  );
  expect(page).toContain('- goal sample-6-million: 6.6 GiB for 6,066,093 steps (wanted at most 8.0 GiB) ok');
});
