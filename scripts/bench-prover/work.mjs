import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tryWorkload } from '../workloads/make-workload.mjs';

/**
 * Compiles a workload's program and writes its input in both forms.
 * @param {import('./subject.mjs').Bench} bench
 * @param {import('../workloads/workloads.mjs').Workload} workload
 * @returns {Promise<import('./subject.mjs').Work>}
 */
export async function workOf(bench, workload) {
  const { executable, input, result } = await tryWorkload(bench, workload);
  const stock = join(bench.folder, `${workload.name}.json`);
  await writeFile(stock, stockArguments(workload.values));
  return {
    name: workload.name,
    steps: result.steps,
    executable,
    input,
    stockArguments: stock,
    leastMemory: result.estimate.proveMemory,
  };
}

/**
 * An input group as the stock tools take it: one array, its length first, each value in hex.
 * @param {(number | string)[]} values
 */
export function stockArguments(values) {
  const numbers = values.map((value) => (typeof value === 'string' ? value.charCodeAt(0) : value));
  return JSON.stringify([numbers.length, ...numbers].map((value) => `0x${value.toString(16)}`));
}
