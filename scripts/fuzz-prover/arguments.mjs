import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Failure } from '../lib/failure.mjs';
import { targets } from './targets.mjs';

const most = 2 ** 48 - 1;

/**
 * @typedef {object} Arguments
 * @property {number} seed any number if none is given
 * @property {number} scale the part of a whole run that is to be run; only what is run whole is recorded
 * @property {import('./targets.mjs').Target[]} chosen
 */

/**
 * @param {string[]} args
 * @returns {Arguments}
 * @throws Failure when they make no sense
 */
export function readArguments(args) {
  const { seed, scale, target } = parse(args);
  const unknown = target.filter((name) => !targets.some((known) => known.name === name));
  if (unknown.length > 0) {
    const names = targets.map(({ name }) => name).join(', ');
    throw new Failure(`There is no target ${unknown.join(', ')}; expected some of ${names}.`);
  }
  return {
    seed: seed === undefined ? randomInt(most) : within('--seed', seed, 0, most),
    scale: scale === undefined ? 1 : within('--scale', scale, 0, 1),
    chosen: target.length === 0 ? targets : targets.filter(({ name }) => target.includes(name)),
  };
}

/** @param {string[]} args */
function parse(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        seed: { type: 'string' },
        scale: { type: 'string' },
        target: { type: 'string', multiple: true },
      },
    });
    return { ...values, target: values.target ?? [] };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Failure(`${why}\nUsage: npm run fuzz:prover -- [--seed N] [--scale PART] [--target NAME]…`);
  }
}

/**
 * @param {string} name
 * @param {string} text
 * @param {number} least
 * @param {number} greatest
 */
function within(name, text, least, greatest) {
  const value = Number(text);
  if (text !== '' && value >= least && value <= greatest) return value;
  throw new Failure(`${name} is ${text}; expected a number from ${least} to ${greatest}.`);
}
