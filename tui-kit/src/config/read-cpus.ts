import { availableParallelism } from 'node:os';
import { SettingProblem } from './resolve-setting.js';

const MIN_CPUS = 0.001;

/**
 * Reads an amount of CPUs: a positive number, not necessarily whole.
 * @param found text or number
 * @param machineCpus how many this machine has
 * @throws SettingProblem that names the limit
 */
export function readCpus(found: unknown, machineCpus: number = availableParallelism()): number {
  const range = `a number from ${MIN_CPUS} to ${machineCpus}, the number of CPUs of this machine`;
  const text = String(found).trim();
  if (/^\d*,\d+$/u.test(text))
    throw new SettingProblem(range, `write the decimals with a point: ${text.replace(',', '.')}`);
  if (!/^(?:\d+(?:\.\d*)?|\.\d+)$/u.test(text)) throw new SettingProblem(range);
  const cpus = Number(text);
  if (cpus > machineCpus) throw new SettingProblem(range, `reduce it to ${machineCpus} or less`);
  if (cpus < MIN_CPUS) throw new SettingProblem(range, `raise it to ${MIN_CPUS} or more`);
  return cpus;
}

/** What is used where nobody said anything: all CPUs but one, at least one. */
export function defaultCpus(machineCpus: number = availableParallelism()): number {
  return Math.max(1, machineCpus - 1);
}
