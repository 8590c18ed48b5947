import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Failure } from '../lib/failure.mjs';

const databases = /** @type {const} */ (['sqlite', 'mysql']);
const usage = 'Usage: npm run drill:api -- [--kills N] [--database sqlite|mysql] [--seed N]';

/**
 * @typedef {typeof databases[number]} DatabaseKind
 *
 * @typedef {object} Arguments
 * @property {number} kills over all databases together
 * @property {readonly DatabaseKind[]} chosen
 * @property {number} seed any number if none is given
 */

/**
 * @param {string[]} args
 * @returns {Arguments}
 * @throws Failure when they make no sense
 */
export function readArguments(args) {
  const { kills, database, seed } = parse(args);
  const chosen = database === undefined ? databases : databases.filter((kind) => kind === database);
  if (chosen.length === 0)
    throw new Failure(`--database is ${database}; expected sqlite or mysql.\n${usage}`);
  return {
    kills: kills === undefined ? 1000 : whole('--kills', kills, chosen.length, 1_000_000),
    chosen,
    seed: seed === undefined ? randomInt(2 ** 32) : whole('--seed', seed, 0, 2 ** 32 - 1),
  };
}

/** @param {string[]} args */
function parse(args) {
  try {
    const options = /** @type {const} */ ({
      kills: { type: 'string' },
      database: { type: 'string' },
      seed: { type: 'string' },
    });
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/**
 * @param {string} name
 * @param {string} text
 * @param {number} least
 * @param {number} greatest
 */
function whole(name, text, least, greatest) {
  const value = Number(text);
  if (/^\d+$/u.test(text) && value >= least && value <= greatest) return value;
  throw new Failure(`${name} is ${text}; expected a whole number from ${least} to ${greatest}.\n${usage}`);
}
