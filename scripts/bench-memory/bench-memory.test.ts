import { judge } from './judge.mjs';
import { error, find, type Measurement } from './measurement.mjs';
import { options } from './options.mjs';
import { ofSameOrigin } from './origin.mjs';
import { markdown } from './report.mjs';
import { earlierResults } from './results.mjs';

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
  prover: '0.1.0 at 0123456789ab',
  machine: { cpu: 'A CPU', cores: 2, memory: '24.0 GiB', system: 'Linux 6.1 x64' },
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
  expect(estimates?.measured).toContain('12 proofs, 11 programs (of ');
  expect(judge(programs, ['sample-2m', 'sample-6m', 'pedersen-30k'])[0]?.measured).toContain(
    '3 programs (of 2 packages) in every tier',
  );
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
    resume: { like: [], dropOthers: false },
  });
  const like = ['--resume', '--like', 'a', '--like', 'b', '--drop-others'];
  expect(options(like)).toMatchObject({ resume: { like: ['a', 'b'], dropOthers: true } });
  expect(options([])).toMatchObject({ resume: undefined });
  expect(() => options(['--like', 'a'])).toThrow('expected --resume beside them');
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
    measurements: [proof, { ...proof, machine: { ...proof.machine, cpu: 'B CPU' } }],
    goals: judge([proof], []),
  });
  expect(page).toContain(
    'Written by `npm run bench:memory`, last on 2026-01-02: cairn-prover 0.1.0 at 0123456789ab. Machines: A CPU, 2 cores, 24.0 GiB, Linux 6.1 x64; B CPU, 2',
  );
  expect(page).toContain(
    '| sample-6m | 6,066,093 | **small** | recomputed | 7.0 GiB | 6.6 GiB | 6.1% | 50.0 s |',
  );
  expect(page).toContain('- goal sample-6-million: 6.6 GiB for 6,066,093 steps (wanted at most 8.0 GiB) ok');
});

describe('what an earlier run measured', () => {
  const { prover, machine } = proof;
  const strictly = { like: [], dropOthers: false };
  const other = { ...proof, workload: 'other' };
  const earlier = (one: Measurement) => ({ measurements: [proof, one], whole: ['sample-6m', 'other'] });

  test('is taken whole when all is of the same prover, whatever the model of the processor', () => {
    const faster = { ...other, machine: { ...machine, cpu: 'Another CPU' } };
    expect(ofSameOrigin(earlier(faster), { prover, machine }, strictly)).toEqual(earlier(faster));
  });

  test('is of the same prover after a rebase, and where only the commit was named', () => {
    const now = `${prover} (sources 5f3a90c1d2e4)`;
    const rebased = { ...other, prover: '0.1.0 at ba9876543210 (sources 5f3a90c1d2e4)' };
    expect(ofSameOrigin(earlier(rebased), { prover: now, machine }, strictly)).toEqual(earlier(rebased));
  });

  test.each([
    ['of another prover', { ...other, prover: '0.1.0 at ba9876543210' }],
    ['on another kind of machine', { ...other, machine: { ...machine, cores: 4 } }],
  ])('%s is refused by name, or dropped, and never mixed in', (_, one) => {
    const resumed = (wanted: Parameters<typeof ofSameOrigin>[2]) =>
      ofSameOrigin(earlier(one), { prover, machine }, wanted);
    expect(() => resumed(strictly)).toThrow(
      `1 of the 2 earlier measurements are of another prover or machine than ${prover} on 2 cores, 24.0 GiB, Linux 6.1 x64:
  ${one.prover} on ${one.machine.cores} cores`,
    );
    expect(resumed({ ...strictly, dropOthers: true })).toEqual({
      measurements: [proof],
      whole: ['sample-6m'],
    });
    expect(() => resumed({ ...strictly, like: ['0.1.0 at 111111111111'] })).toThrow('Measure them anew');
  });

  test('of a prover that takes the same memory counts when that is said', () => {
    const one = { ...other, prover: '0.1.0 at ba9876543210' };
    expect(ofSameOrigin(earlier(one), { prover, machine }, { ...strictly, like: [one.prover] })).toEqual(
      earlier(one),
    );
  });
});

test('every measurement that is kept says of what prover and machine it is', async () => {
  const { measurements } = await earlierResults();
  expect(measurements.length).toBeGreaterThan(0);
  for (const { prover, machine } of measurements) {
    expect(prover).toMatch(/^0\.\d+\.\d+ at [0-9a-f]{12}/);
    expect(machine.cpu).not.toBe('');
  }
});
