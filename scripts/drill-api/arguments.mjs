import { randomInt } from 'node:crypto';
import { readOptions, wholeNumber } from '../lib/command-line.mjs';
import { Failure } from '../lib/failure.mjs';

const databases = /** @type {const} */ (['sqlite', 'mysql']);
const usage = 'Usage: npm run drill:api -- [--kills N] [--database sqlite|mysql] [--seed N] [--add]';
const options = /** @type {const} */ ({
  kills: { type: 'string' },
  database: { type: 'string' },
  seed: { type: 'string' },
  add: { type: 'boolean' },
});

/**
 * @typedef {typeof databases[number]} DatabaseKind
 *
 * @typedef {object} Arguments
 * @property {number} kills over all databases together
 * @property {readonly DatabaseKind[]} chosen
 * @property {number} seed any number if none is given
 * @property {boolean} add to what is recorded, instead of in its place
 */

/**
 * @param {string[]} args
 * @returns {Arguments}
 * @throws Failure when they make no sense
 */
export function readArguments(args) {
  const { kills, database, seed, add = false } = readOptions(args, options, usage);
  const chosen = database === undefined ? databases : databases.filter((kind) => kind === database);
  if (chosen.length === 0)
    throw new Failure(`--database is ${database}; expected sqlite or mysql.\n${usage}`);
  return {
    kills: kills === undefined ? 1000 : wholeNumber('--kills', kills, [chosen.length, 1_000_000], usage),
    chosen,
    seed: seed === undefined ? randomInt(2 ** 32) : wholeNumber('--seed', seed, [0, 2 ** 32 - 1], usage),
    add,
  };
}
