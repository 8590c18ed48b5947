import { readFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { bytes } from './units.mjs';

/**
 * What a measurement depends on, in words.
 * @typedef {object} Machine
 * @property {string} cpu
 * @property {number} cores
 * @property {string} memory
 * @property {string} system
 * @property {string[]} [instructions] those of `INSTRUCTIONS` that the processor has; not in older records, nor where the system
 *   does not tell
 */

/** What decides how fast a proof and its hashes are, by the names that Linux has for it. @type {[flag: string, name: string][]} */
const INSTRUCTIONS = [
  ['avx2', 'AVX2'],
  ['avx512f', 'AVX-512'],
  ['sha_ni', 'SHA'],
  ['asimd', 'NEON'],
  ['sve', 'SVE'],
  ['sha2', 'SHA'],
];

/**
 * This machine: nothing that names it or its owner.
 * @returns {Machine}
 */
export function machine() {
  const all = cpus();
  const instructions = instructionsIn(cpuInformation());
  return {
    cpu: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    memory: bytes(totalmem()),
    system: `${type()} ${release().split('-')[0]} ${process.arch}`,
    ...(instructions && { instructions }),
  };
}

/**
 * The machine as pages name it.
 * @param {Machine} machine
 */
export function machineLine({ cpu, cores, memory, system, instructions = [] }) {
  const has = instructions.length === 0 ? '' : ` (${instructions.join(', ')})`;
  return `${cpu}${has}, ${cores} cores, ${memory}, ${system}`;
}

/**
 * Whether two records are of machines of one kind, as far as both tell.
 * @param {Machine} one
 * @param {Machine} other
 */
export function isSameMachine(one, other) {
  const bothTell = one.instructions !== undefined && other.instructions !== undefined;
  const told = (/** @type {Machine} */ { instructions = [], ...rest }) =>
    machineLine(bothTell ? { ...rest, instructions } : rest);
  return told(one) === told(other);
}

/**
 * Which of the instructions a processor has.
 * @param {string} information as Linux tells it
 * @returns {string[] | undefined} undefined where it does not say
 */
export function instructionsIn(information) {
  const told = /^(?:flags|Features)\s*:(.*)$/mu.exec(information)?.[1];
  if (told === undefined) return undefined;
  const flags = new Set(told.split(/\s+/u));
  return INSTRUCTIONS.filter(([flag]) => flags.has(flag)).map(([, name]) => name);
}

function cpuInformation() {
  try {
    return readFileSync('/proc/cpuinfo', 'utf8');
  } catch {
    return '';
  }
}
