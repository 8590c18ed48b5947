import { Failure } from '../lib/failure.mjs';
import { isSameMachine, machineLine } from '../lib/machine.mjs';

/**
 * One run of the drill.
 * @typedef {object} Portion
 * @property {string} command
 * @property {string} date
 * @property {import('./code.mjs').Code | null} code null where it was none that is committed: nothing is added to such a run
 * @property {import('../lib/machine.mjs').Machine} machine
 * @property {Record<string, string>} versions
 * @property {number} seed
 * @property {import('./drill.mjs').Outcome[]} outcomes
 *
 * @typedef {import('./drill.mjs').Outcome} Outcome
 */

/**
 * The portions that were recorded, and one more.
 * @param {readonly Portion[]} earlier
 * @param {Portion} next
 * @returns {Portion[]}
 * @throws Failure when they are not of the same code, machine and versions
 */
export function withPortion(earlier, next) {
  for (const one of earlier) requireSame(one, next);
  return [...earlier, next];
}

/**
 * @param {Portion} earlier
 * @param {Pick<Portion, 'code' | 'machine' | 'versions' | 'seed'>} now
 * @throws Failure
 */
export function requireSame(earlier, { code, machine, versions, seed }) {
  const refuse = (
    /** @type {string} */ what,
    /** @type {string} */ found,
    /** @type {string} */ expected,
  ) => {
    throw new Failure(
      `The drill that is recorded is of ${what} ${found}; expected ${expected}. Run it without --add to begin a new record.`,
    );
  };
  if (code === null) throw new Failure('--add needs code that is committed: commit what was changed first.');
  if (earlier.code?.hash !== code.hash)
    refuse('the code', describe(earlier.code), `what is checked out: ${describe(code)}`);
  if (!isSameMachine(earlier.machine, machine))
    refuse('the machine', machineLine(earlier.machine), machineLine(machine));
  if (earlier.versions.node !== versions.node)
    refuse('Node', earlier.versions.node ?? '', versions.node ?? '');
  if (earlier.seed === seed)
    throw new Failure(
      `Seed ${seed} is recorded already: the same kills again show nothing new. Choose another.`,
    );
}

/** @param {Portion['code']} code */
function describe(code) {
  return code === null ? 'not committed' : `${code.commit} (${code.hash})`;
}

/**
 * All portions as if they were one run: an outcome of each database.
 * @param {readonly Portion[]} portions
 * @returns {Outcome[]}
 */
export function wholeOf(portions) {
  /** @type {Map<string, Outcome>} */
  const whole = new Map();
  for (const outcome of portions.flatMap(({ outcomes }) => outcomes)) {
    const before = whole.get(outcome.database);
    whole.set(outcome.database, before === undefined ? outcome : sumOf(before, outcome));
  }
  return [...whole.values()];
}

/**
 * @param {Outcome} one
 * @param {Outcome} other
 * @returns {Outcome}
 */
function sumOf(one, other) {
  return {
    database: one.database,
    settings: { ...one.settings, ...other.settings },
    kills: one.kills + other.kills,
    whileStarting: one.whileStarting + other.whileStarting,
    checks: one.checks + other.checks,
    requests: added(one.requests, other.requests),
    collected: added(one.collected, other.collected),
    states: added(one.states, other.states),
    violations: [...one.violations, ...other.violations],
    sabotages: [...one.sabotages, ...other.sabotages],
    seconds: one.seconds + other.seconds,
  };
}

/**
 * Two counts of the same things.
 * @template {Record<string, number>} T
 * @param {T} one
 * @param {T} other
 * @returns {T}
 */
function added(one, other) {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return /** @type {T} */ (
    Object.fromEntries([...names].map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]))
  );
}
