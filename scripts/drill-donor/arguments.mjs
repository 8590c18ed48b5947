import { randomInt } from 'node:crypto';
import { readOptions, wholeNumber } from '../lib/command-line.mjs';

const usage = 'Usage: npm run drill:donor -- [--kills N] [--seed N] [--quick]';
const options = /** @type {const} */ ({
  kills: { type: 'string' },
  seed: { type: 'string' },
  quick: { type: 'boolean' },
});

/** Of a run that only shows whether all is well. */
const QUICK = 8;

/**
 * @typedef {object} Arguments
 * @property {number} kills
 * @property {number} seed any number if none is given
 * @property {boolean} isQuick nothing is recorded
 */

/**
 * @param {string[]} args
 * @returns {Arguments}
 * @throws Failure when they make no sense
 */
export function readArguments(args) {
  const { kills, seed, quick = false } = readOptions(args, options, usage);
  return {
    kills: kills === undefined ? (quick ? QUICK : 200) : wholeNumber('--kills', kills, [1, 1_000_000], usage),
    seed: seed === undefined ? randomInt(2 ** 32) : wholeNumber('--seed', seed, [0, 2 ** 32 - 1], usage),
    isQuick: quick,
  };
}
