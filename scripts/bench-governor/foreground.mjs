import { availableParallelism } from 'node:os';
import { otherWork } from './other-work.mjs';
import { startWork } from './start-work.mjs';

/** Times that each is measured, alone and beside the work in turns. */
const ROUNDS = 5;

const AMOUNT = { processes: availableParallelism(), megabytes: 4000 };

/**
 * Measures what other work on all CPUs loses while a donor proves with all of them.
 * @param {import('./start-work.mjs').Bench} bench
 */
export async function measureForeground(bench) {
  /** @type {{ alone: number[], beside: number[] }} */
  const seconds = { alone: [], beside: [] };
  await otherWork(AMOUNT);
  for (let round = 0; round < ROUNDS; round += 1) {
    seconds.alone.push(await otherWork(AMOUNT));
    const work = await startWork(bench, { cpus: availableParallelism() });
    try {
      seconds.beside.push(await otherWork(AMOUNT));
    } finally {
      await work.end();
    }
  }
  return { alone: median(seconds.alone), beside: median(seconds.beside), seconds };
}

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
