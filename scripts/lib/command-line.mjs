import { parseArgs } from 'node:util';
import { Failure } from './failure.mjs';

/**
 * The options of a command of its own.
 * @template {import('node:util').ParseArgsOptionsConfig} O
 * @param {string[]} args
 * @param {O} options
 * @param {string} usage told when something is wrong
 * @throws Failure for what is no option
 */
export function readOptions(args, options, usage) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/**
 * A whole number in bounds.
 * @param {string} name of the option
 * @param {string} text
 * @param {[least: number, greatest: number]} bounds
 * @param {string} usage told when something is wrong
 * @throws Failure for anything else
 */
export function wholeNumber(name, text, [least, greatest], usage) {
  const value = Number(text);
  if (/^\d+$/u.test(text) && value >= least && value <= greatest) return value;
  throw new Failure(`${name} is ${text}; expected a whole number from ${least} to ${greatest}.\n${usage}`);
}
