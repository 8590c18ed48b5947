import { bytes, seconds } from '../lib/units.mjs';
import { stopped } from './tally.mjs';

/** Seconds that no case but a proof may take, and bytes that no process may. */
const mostSeconds = 2;
const mostMemory = 2 ** 30;

const inputs = ['executions', 'executables', 'csvs'];

/** @param {string} door */
const reachedTheProver = (door) => /: (proven|FALSE|not encoded)/.test(door);

/**
 * What a whole run is to show.
 * @param {import('./tally.mjs').Tally[]} tallies one of each target; a target without one has shown nothing
 * @param {number} scale the part of a whole run that was run
 * @returns {import('../lib/goals.mjs').Goal[]}
 */
export function judge(tallies, scale) {
  const of = (/** @type {string} */ name) => tallies.filter(({ target }) => target === name);
  const others = tallies.filter(({ target }) => target !== 'reproven');
  const mutated = count(of('proofs'), (door) => !door.startsWith('no mutation'));
  const decoded = mutated - count(of('proofs'), (door) => door.startsWith('MALFORMED'));
  const unanswered = defects(of('strangers'));
  const proven = count(of('reproven'), reachedTheProver);
  const read = tallies.filter(({ target }) => inputs.includes(target));
  const crashes = tallies.reduce((sum, tally) => sum + tally.crashes.length, 0);
  const slowest = Math.max(0, ...others.map(({ report }) => report.slowest[0]));
  const peak = Math.max(0, ...others.map(({ peakMemory }) => peakMemory));
  return [
    counted('mutated-proofs', mutated, 100_000 * scale, defects(of('proofs')), 'accepted'),
    counted('past-the-decoding', decoded, 50_000 * scale, defects(of('proofs')), 'accepted'),
    counted(
      'mutated-inputs',
      count(read, () => true),
      100_000 * scale,
      defects(read),
      'uncaught panics or other defects',
    ),
    counted(
      'strangers',
      count(of('strangers'), () => true),
      1000 * scale,
      unanswered,
      'without an answer of the table',
    ),
    counted(
      'requests',
      count(of('requests'), () => true),
      100_000 * scale,
      defects(of('requests')),
      'not answered as the protocol says',
    ),
    counted('re-proven', proven, 200 * scale, defects(of('reproven')), 'accepted for what is not true'),
    oneProver(tallies),
    { name: 'aborts', measured: `${crashes}`, wanted: '0', ok: crashes === 0 },
    {
      name: 'slowest-case',
      measured: seconds(slowest),
      wanted: `at most ${seconds(mostSeconds)}`,
      ok: slowest <= mostSeconds,
    },
    { name: 'memory', measured: bytes(peak), wanted: `at most ${bytes(mostMemory)}`, ok: peak <= mostMemory },
  ];
}

/**
 * What another prover, or another fuzzer, went through shows nothing of this one.
 * @param {import('./tally.mjs').Tally[]} tallies
 */
function oneProver(tallies) {
  const provers = new Set(tallies.map(({ origin }) => origin?.versions['cairn-prover'] ?? 'unknown'));
  return {
    name: 'one-prover',
    measured: [...provers].join(', ') || 'none',
    wanted: 'all targets of one prover',
    ok: provers.size === 1,
  };
}

/**
 * @param {import('./tally.mjs').Tally[]} tallies
 * @param {(door: string) => boolean} isMeant
 */
function count(tallies, isMeant) {
  return tallies.reduce((sum, tally) => sum + stopped(tally, isMeant), 0);
}

/** @param {import('./tally.mjs').Tally[]} tallies */
function defects(tallies) {
  return tallies.reduce((sum, { report }) => sum + report.defects, 0);
}

/**
 * @param {string} name
 * @param {number} found
 * @param {number} least
 * @param {number} bad
 * @param {string} what
 */
function counted(name, found, least, bad, what) {
  return {
    name,
    measured: `${found.toLocaleString('en')}, ${bad} ${what}`,
    wanted: `at least ${least.toLocaleString('en')}, 0 ${what}`,
    ok: found >= least && bad === 0,
  };
}
