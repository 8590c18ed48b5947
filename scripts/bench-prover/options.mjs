import { parseArgs } from 'node:util';
import { Failure } from '../lib/failure.mjs';

/** The parts of the benchmark, in their order. */
export const partNames = /** @type {const} */ ([
  'cold',
  'programs',
  'overhead',
  'search',
  'memory',
  'worker',
  'stream',
]);

/** @typedef {(typeof partNames)[number]} PartName */

/**
 * @typedef {object} Options
 * @property {PartName[]} parts
 * @property {boolean} quick a smoke run of small work, whose report is not kept
 */

/**
 * @param {string[]} args
 * @returns {Options}
 * @throws Failure for what is no option, or no part
 */
export function options(args) {
  const { only = [], quick = false } = parsed(args);
  const wanted = only.flatMap((names) => names.split(','));
  const unknown = wanted.find((name) => !partNames.some((part) => part === name));
  if (unknown !== undefined)
    throw new Failure(`${unknown} is no part of the benchmark; expected some of ${partNames.join(', ')}`);
  return { parts: partNames.filter((part) => wanted.length === 0 || wanted.includes(part)), quick };
}

/** @param {string[]} args */
function parsed(args) {
  try {
    return parseArgs({
      args,
      options: { only: { type: 'string', multiple: true }, quick: { type: 'boolean' } },
    }).values;
  } catch (error) {
    throw new Failure(`${/** @type {Error} */ (error).message}; expected --only PART[,PART] or --quick`);
  }
}
