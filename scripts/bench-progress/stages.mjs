import { Failure } from '../lib/failure.mjs';

/**
 * A stage of a proof, in seconds by the wall clock.
 * @typedef {object} Stage
 * @property {string} name
 * @property {number} took
 * @property {number} expected
 * @property {boolean} isLottery a search by trial for a proof of work
 */

const lotteries = new Set(['work', 'grind']);

/**
 * Reads what `prove --log-level info` logs of its stages.
 * @param {string} log
 * @returns {Stage[]}
 * @throws Failure when it logs none
 */
export function stagesIn(log) {
  const line = log.split('\n').find((text) => text.includes('stages: '));
  const all = [...(line ?? '').matchAll(/(\S+)=([\d.]+)\/[\d.]+\/([\d.]+)/g)];
  const stages = all.map(([, name, took, expected]) => ({
    name: name ?? '',
    took: Number(took),
    expected: Number(expected),
    isLottery: lotteries.has(name ?? ''),
  }));
  if (stages.filter(({ isLottery }) => isLottery).length !== lotteries.size)
    throw new Failure(`no line \`stages:\` with both searches for a proof of work in the log:\n${log}`);
  return stages;
}
