import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareName, isSameProof } from './bare-prover.mjs';
import { phaseSeconds } from './further-proofs.mjs';
import { judge } from './judge.mjs';
import { options } from './options.mjs';
import { planOf } from './plan.mjs';
import { markdown } from './report.mjs';
import { triesOf } from './search.mjs';
import { median, quantile } from './statistics.mjs';
import { readmeTable } from './tables/readme.mjs';
import { measured, result } from './test/measurements.js';
import { stockArguments } from './work.mjs';

/** The names of the goals that are short. */
const short = (changed: object = {}, cores = 2) =>
  judge({ ...measured, ...changed }, cores)
    .filter(({ ok }) => !ok)
    .map(({ name }) => name);
const cold = (changed: object) => ({ cold: measured.cold.map((row) => ({ ...row, ...changed })) });

test('all goals are reached by what is fast and small enough', () => {
  expect(short()).toEqual([]);
  const names = judge(measured, 2).map(({ name }) => name);
  const beside = ['time-default', 'time-small', 'memory', 'memory-short'];
  const others = ['overhead-a', 'search', 'worker-time', 'worker-set-up', 'verify', 'throughput-b', 'proofs'];
  expect(names).toEqual([...beside, ...others]);
});

test('time and memory are judged beside the stock CLI, by the medians of all inputs', () => {
  expect(short(cold({ stockDefault: result(23.7, 16) }))).toEqual(['time-default', 'worker-time']);
  expect(short(cold({ stockSmall: result(7.4, 6) }))).toEqual(['time-small']);
  expect(short(cold({ stockDefault: result(30, 9.9) }))).toEqual(['memory', 'memory-short']);
  const [first, second, third] = measured.cold;
  const slow = { ...third, ours: { ...third?.ours, ...result(100, 2) } };
  expect(short({ cold: [first, second, slow] })).toEqual([]);
});

test('short memory counts only with recomputed coefficients', () => {
  const { memory } = measured;
  const kept = { ...memory, ours: { ...memory.ours, coefficients: 'kept' } };
  expect(short({ memory: kept })).toEqual(['memory-short']);
  const large = { ...memory, ours: { ...memory.ours, ...result(3, 1.8) } };
  expect(short({ memory: large })).toEqual(['memory-short']);
});

test('what is around the library is judged by the median pair, and only for the same proofs', () => {
  const [overhead] = measured.overhead;
  const pairs = (costs: number[], sameProof = true) => ({
    overhead: [
      { ...overhead, pairs: costs.map((cost) => ({ ...overhead?.pairs[0], ...paired(cost), sameProof })) },
    ],
  });
  const paired = (cost: number) => ({ ours: result(cost, 1).cost, bare: result(10, 1).cost });
  expect(short(pairs([10.2, 10.29, 15]))).toEqual([]);
  expect(short(pairs([10.2, 10.31, 10.4]))).toEqual(['overhead-a']);
  expect(short(pairs([10, 10, 10], false))).toEqual(['overhead-a']);
});

test('the own search is short when the library has a faster one', () => {
  expect(short({ search: { ...measured.search, library: measured.search.ours } })).toEqual(['search']);
});

test('a nonce tells how many were tried before it', () => {
  expect([0, 2 ** 20 - 1, 2 ** 32, 3 * 2 ** 32 + 4].map(triesOf)).toEqual([
    1,
    2 ** 20,
    2 ** 20 + 1,
    3 * 2 ** 20 + 5,
  ]);
});

test('proofs after the first are judged, and that they set nothing up', () => {
  const [first, second] = measured.worker;
  expect(short({ worker: [{ ...first, seconds: 99 }, second] })).toEqual([]);
  expect(short({ worker: [first, { ...second, seconds: 2.2 }] })).toEqual(['worker-time']);
  expect(short({ worker: [first, { ...second, tablesSeconds: 0.4 }] })).toEqual(['worker-set-up']);
});

test('verification and throughput', () => {
  expect(short({ stream: { ...measured.stream, seconds: [0.0121, 0.0121, 0.005] } })).toEqual(['verify']);
  expect(short({}, 4)).toEqual(['throughput-b']);
  const few = measured.programs.map((row) => ({ ...row, steps: 1_999_999 }));
  expect(short({ programs: few }, 4)).toEqual([]);
});

test('a proof that a verifier refuses is short; a tier that the stock verifier does not know is not its fault', () => {
  const [row] = measured.programs;
  const programs = (changed: object) => ({ programs: [{ ...row, ours: { ...row?.ours, ...changed } }] });
  expect(short(programs({ acceptedByOurs: false }))).toEqual(['proofs']);
  expect(short(programs({ acceptedByStock: false }))).toEqual(['proofs']);
  expect(short(programs({ acceptedByStock: null }))).toEqual([]);
});

test('what could not be measured is short, not ok', () => {
  const unmeasured = ['time-default', 'memory', 'memory-short', 'worker-time'];
  expect(short(cold({ stockDefault: { skipped: 'too little memory' } }))).toEqual(unmeasured);
  expect(judge({ worker: measured.worker }, 2)[0]).toMatchObject({ measured: 'not measured', ok: false });
  expect(judge({}, 2)).toEqual([]);
});

test('a median lies between the middle two; a quantile by its distance', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(quantile([0, 10], 0.95)).toBeCloseTo(9.5);
});

test('a phase lasts until the next; one that was not entered took no time', () => {
  const events = [
    { event: 'phase', phase: 'tables', seconds: 1 },
    { event: 'progress', phase: 'tables', seconds: 1.2 },
    { event: 'phase', phase: 'prove', seconds: 1.5 },
  ];
  expect(phaseSeconds(events, 'tables')).toBe(0.5);
  expect(phaseSeconds(events, 'replay')).toBe(0);
});

test('both sides get the same input, and tiers by their own names', () => {
  expect(JSON.parse(stockArguments(['H', 'P', 0, 3]))).toEqual(['0x4', '0x48', '0x50', '0x0', '0x3']);
  const names = ['small', 'small_21', 'canonical'].map(bareName);
  expect(names).toEqual(['canonical_small', 'canonical_small21', 'canonical']);
});

test('the plan has programs of many kinds, and large ones enough', () => {
  const { inputs, programs, asItComes, proofs } = planOf(false);
  expect(new Set(programs.map(({ program }) => program)).size).toBeGreaterThanOrEqual(6);
  expect(programs.filter(({ steps }) => steps >= 2_000_000).length).toBeGreaterThanOrEqual(2);
  expect(programs.map(({ name }) => name)).toEqual(expect.arrayContaining(asItComes));
  expect(new Set(proofs.map(({ program }) => program)).size).toBeGreaterThanOrEqual(6);
  for (const { steps } of inputs) expect(Math.abs(steps - 100_000)).toBeLessThan(2_500);
});

test('parts are chosen by name', () => {
  expect(options(['--only', 'worker,cold', '--only=stream', '--quick'])).toEqual({
    parts: ['cold', 'worker', 'stream'],
    quick: true,
  });
  expect(options([])).toMatchObject({ quick: false, parts: { length: 7 } });
  expect(() => options(['--only=speed'])).toThrow('speed is no part of the benchmark; expected some of cold');
  expect(() => options(['--fast'])).toThrow('expected --only PART');
});

test('the page names command, machine, goals and every number; the table for the README what was compared', () => {
  const page = markdown({
    command: 'npm run bench:prover',
    date: '2026-01-02',
    machine: { cpu: 'A CPU', cores: 2, memory: '24.0 GiB', system: 'Linux 6.1 x64' },
    versions: { rustc: '1.95.0' },
    measured,
    goals: judge(measured, 2),
  });
  for (const text of [
    'Written by `npm run bench:prover` on 2026-01-02: A CPU, 2 cores',
    '- goal time-default: 10.0 times faster, 3.00 s against 30.0 s (wanted at least 8 times',
    '| b | 2,000,000 | **10.0 s, 4.0 GiB** | 9.90 s, 3.9 GiB | 20.0 s, 7.0 GiB | not measured: not part of the plan |',
    '| a | small, kept | 10.2 s | 10.0 s | +2.0%, +2.0% |',
    '| 2 | y | 100,000 | 1.70 s | 0.00 s | 2.0 GiB |',
    '3 verifications of 6 proofs',
  ])
    expect(page).toContain(text);
  expect(readmeTable(measured)).toContain(
    '| 100,000 (x and 2 like it) | **3.00 s, 2.0 GiB** | 30.0 s, 16.0 GiB | 8.00 s, 6.0 GiB |',
  );
});

test('a proof of ours is the same as a bare one without its header and checksum', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-bench-'));
  try {
    const [ours, bare, other] = ['ours', 'bare', 'other'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const proof = Buffer.from('a proof');
    await writeFile(bare, proof);
    await writeFile(other, 'a Proof');
    await writeFile(ours, Buffer.concat([Buffer.alloc(20, 1), proof, Buffer.alloc(32, 2)]));
    expect(await isSameProof(ours, bare)).toBe(true);
    expect(await isSameProof(ours, other)).toBe(false);
  } finally {
    await rm(folder, { recursive: true });
  }
});
