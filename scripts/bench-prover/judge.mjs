import { bytes, seconds } from '../lib/units.mjs';
import { median, quantile } from './statistics.mjs';

/** @typedef {import('../lib/goals.mjs').Goal} Goal */
/** @typedef {import('./parts.mjs').Measured} Measured */
/** @typedef {import('./sides.mjs').Row} Row */
/** @typedef {import('../lib/measured.mjs').Cost} Cost */

/** Steps from which on throughput is judged. */
const manySteps = 2_000_000;

/**
 * Which goals what was measured reaches. What could not be measured is short.
 * @param {Measured} measured
 * @param {number} cores of the machine
 * @returns {Goal[]}
 */
export function judge(measured, cores) {
  const { cold, programs = [], overhead = [], search, worker, stream } = measured;
  return [
    ...(cold === undefined ? [] : coldGoals(cold)),
    ...(measured.memory === undefined ? [] : [shortMemoryGoal(measured.memory, cold)]),
    ...overhead.map(overheadGoal),
    ...(search === undefined ? [] : [searchGoal(search)]),
    ...(worker === undefined ? [] : workerGoals(worker, cold)),
    ...(stream === undefined ? [] : [streamGoal(stream)]),
    ...programs.filter(({ steps }) => steps >= manySteps).map((row) => throughputGoal(row, cores)),
    ...(cold === undefined && programs.length === 0 ? [] : [proofsGoal([...(cold ?? []), ...programs])]),
  ];
}

/**
 * The median costs of one side; undefined when not all rows have it.
 * @param {Row[]} rows
 * @param {'ours' | 'stockSmall' | 'stockDefault'} side
 * @returns {Pick<Cost, 'seconds' | 'peakMemory'> | undefined}
 */
export function medianCost(rows, side) {
  const costs = rows.flatMap((row) => ('cost' in row[side] ? [row[side].cost] : []));
  if (costs.length === 0 || costs.length < rows.length) return undefined;
  return {
    seconds: median(costs.map((cost) => cost.seconds)),
    peakMemory: median(costs.map((cost) => cost.peakMemory)),
  };
}

/** @param {Row[]} cold */
function coldGoals(cold) {
  const ours = medianCost(cold, 'ours');
  const asItComes = medianCost(cold, 'stockDefault');
  return [
    faster('time-default', ours?.seconds, asItComes?.seconds, 8, 'the stock CLI as it comes'),
    faster(
      'time-small',
      ours?.seconds,
      medianCost(cold, 'stockSmall')?.seconds,
      2.5,
      'the stock CLI, small tables',
    ),
    smaller('memory', ours?.peakMemory, asItComes?.peakMemory, 5),
  ];
}

/**
 * @param {NonNullable<Measured['memory']>} memory
 * @param {Row[] | undefined} cold
 */
function shortMemoryGoal({ ours }, cold = []) {
  const most = ours.coefficients === 'recomputed' ? ours.cost.peakMemory : undefined;
  return smaller('memory-short', most, medianCost(cold, 'stockDefault')?.peakMemory, 9);
}

/**
 * @param {import('./overhead.mjs').Overhead} overhead
 * @returns {Goal}
 */
function overheadGoal({ name, pairs }) {
  const over = median(pairs.map(({ ours, bare }) => ours.cpuSeconds / bare.cpuSeconds)) - 1;
  const same = pairs.filter(({ sameProof }) => sameProof).length;
  return {
    name: `overhead-${name}`,
    measured: `${(over * 100).toFixed(1)}%, the same proof in ${same} of ${pairs.length} pairs`,
    wanted: 'at most 3% more CPU time than the bare library call, for the same proof',
    ok: over <= 0.03 && same === pairs.length,
  };
}

/**
 * @param {NonNullable<Measured['search']>} search
 * @returns {Goal}
 */
function searchGoal({ bits, ours, library, transcripts }) {
  const each = `${(ours * 1000).toFixed(1)} against ${(library * 1000).toFixed(1)} ms of a processor for a million tries`;
  return {
    name: 'search',
    measured: `${(ours / library).toFixed(2)} times the library's: ${each}, ${transcripts} searches for ${bits} bits`,
    wanted: "less than the library's, or it is not worth having",
    ok: ours < library,
  };
}

/**
 * @param {NonNullable<Measured['worker']>} worker
 * @param {Row[] | undefined} cold
 * @returns {Goal[]}
 */
function workerGoals([, ...further], cold = []) {
  const time = median(further.map((proof) => proof.seconds));
  const tables = Math.max(...further.map(({ tablesSeconds }) => tablesSeconds));
  return [
    faster('worker-time', time, medianCost(cold, 'stockDefault')?.seconds, 14, 'the stock CLI as it comes'),
    {
      name: 'worker-set-up',
      measured: seconds(tables),
      wanted: 'none after the first proof',
      ok: tables < 0.01,
    },
  ];
}

/**
 * @param {NonNullable<Measured['stream']>} stream
 * @returns {Goal}
 */
function streamGoal({ proofs, seconds: all }) {
  const [half, most] = [median(all) * 1000, quantile(all, 0.95) * 1000];
  const count = `${all.length} verifications of ${proofs.length} proofs`;
  return {
    name: 'verify',
    measured: `${half.toFixed(1)} ms in the median, 95% within ${most.toFixed(1)} ms, ${count}`,
    wanted: 'at most 12 ms each on one core, reading and decoding included',
    ok: half <= 12,
  };
}

/**
 * @param {Row} row
 * @param {number} cores
 * @returns {Goal}
 */
function throughputGoal({ name, steps, ours, bare }, cores) {
  const rate = Math.round(steps / ours.cost.seconds / cores);
  // What the library itself makes of this machine.
  const most = Math.round(steps / bare.cost.seconds / cores);
  const measured = `${rate.toLocaleString('en')} steps a second per core, the bare library call ${most.toLocaleString('en')}`;
  return { name: `throughput-${name}`, measured, wanted: 'at least 100,000', ok: rate >= 100_000 };
}

/**
 * @param {Row[]} rows
 * @returns {Goal}
 */
function proofsGoal(rows) {
  const own = rows.filter(({ ours }) => ours.acceptedByOurs).length;
  const asked = rows.filter(({ ours }) => ours.acceptedByStock !== null);
  const stock = asked.filter(({ ours }) => ours.acceptedByStock).length;
  return {
    name: 'proofs',
    measured: `own verifier accepts ${own} of ${rows.length}, stock verifier ${stock} of ${asked.length}`,
    wanted: 'both accept all',
    ok: own === rows.length && stock === asked.length,
  };
}

/**
 * @param {string} name
 * @param {number | undefined} ours seconds
 * @param {number | undefined} theirs seconds
 * @param {number} times
 * @param {string} whom
 * @returns {Goal}
 */
function faster(name, ours, theirs, times, whom) {
  const wanted = `at least ${times} times faster than ${whom}`;
  if (ours === undefined || theirs === undefined) return unmeasured(name, wanted);
  const found = theirs / ours;
  const measured = `${found.toFixed(1)} times faster, ${seconds(ours)} against ${seconds(theirs)}`;
  return { name, measured, wanted, ok: found >= times };
}

/**
 * @param {string} name
 * @param {number | undefined} ours bytes
 * @param {number | undefined} theirs bytes
 * @param {number} part
 * @returns {Goal}
 */
function smaller(name, ours, theirs, part) {
  const wanted = `at most 1/${part} of the memory of the stock CLI as it comes`;
  if (ours === undefined || theirs === undefined) return unmeasured(name, wanted);
  const found = theirs / ours;
  const measured = `1/${found.toFixed(1)}, ${bytes(ours)} against ${bytes(theirs)}`;
  return { name, measured, wanted, ok: found >= part };
}

/**
 * @param {string} name
 * @param {string} wanted
 * @returns {Goal}
 */
function unmeasured(name, wanted) {
  return { name, wanted, measured: 'not measured', ok: false };
}
