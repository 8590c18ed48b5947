import { cpus, release, totalmem, type } from 'node:os';
import { bytes } from './units.mjs';

/** @typedef {ReturnType<typeof machine>} Machine */

/** What a measurement depends on, in words: nothing that names the machine or its owner. */
export function machine() {
  const all = cpus();
  return {
    cpu: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    memory: bytes(totalmem()),
    system: `${type()} ${release().split('-')[0]} ${process.arch}`,
  };
}

/**
 * The machine as pages name it.
 * @param {Machine} machine
 */
export function machineLine({ cpu, cores, memory, system }) {
  return `${cpu}, ${cores} cores, ${memory}, ${system}`;
}
