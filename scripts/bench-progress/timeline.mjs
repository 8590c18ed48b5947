import { evenLuck } from './even-luck.mjs';

/**
 * What was told of a proof while it was made, and how it went.
 * @typedef {object} Followed
 * @property {number} total seconds that it took
 * @property {{ seconds: number, fraction: number }[]} events
 * @property {number[]} arrived when each event came, its process's start and end included, in seconds
 * @property {import('./stages.mjs').Stage[]} stages
 *
 * @typedef {object} Timeline
 * @property {number} deviation of the fraction from the truth, at worst: 0.1 is ten points
 * @property {number} withoutLuck the same, if every search for a proof of work had taken its expected time
 * @property {boolean} wentBack whether a fraction was less than the one before
 * @property {number} gap seconds, the longest without an event
 * @property {number} grind seconds of the last search for a proof of work
 */

/**
 * Holds what was told against what became of it.
 * @param {Followed} followed
 * @returns {Timeline}
 */
export function judgeTimeline({ total, events, arrived, stages }) {
  const even = evenLuck(stages, total);
  const fractions = events.map(({ fraction }) => fraction);
  return {
    deviation: largest(events.map(({ seconds, fraction }) => Math.abs(fraction - seconds / total))),
    withoutLuck: largest(
      events.map(({ seconds, fraction }) => Math.abs(fraction - even.at(seconds) / even.total)),
    ),
    wentBack: fractions.some((fraction, at) => fraction < (fractions[at - 1] ?? 0)),
    gap: largest(arrived.map((time, at) => time - (arrived[at - 1] ?? time))),
    grind: stages.find(({ name }) => name === 'grind')?.took ?? 0,
  };
}

/** @param {number[]} numbers */
function largest(numbers) {
  return numbers.reduce((most, one) => Math.max(most, one), 0);
}
