import { join } from 'node:path';
import { seconds } from '../lib/units.mjs';
import { workOf } from './work.mjs';
import { Worker } from './worker.mjs';

/**
 * A proof that a worker made.
 * @typedef {object} WorkerProof
 * @property {string} name
 * @property {number} steps
 * @property {number} seconds wall time of `execute` and `prove`
 * @property {number} tablesSeconds spent on twiddles and the tier's tables
 * @property {number} peakMemory of proving, bytes
 */

/**
 * Has one worker execute and prove inputs of one program, one after the other.
 * @param {import('./subject.mjs').Bench} bench
 * @param {import('../workloads/workloads.mjs').Workload[]} inputs
 * @returns {Promise<WorkerProof[]>}
 */
export async function measureFurtherProofs(bench, inputs) {
  const works = [];
  for (const input of inputs) works.push(await workOf(bench, input));
  const worker = new Worker(bench.binary);
  try {
    const proofs = [];
    for (const work of works) {
      const proof = await proveIn(worker, bench, work);
      const { name, tablesSeconds } = proof;
      bench.say(`  ${name}: ${seconds(proof.seconds)}, of which set-up ${seconds(tablesSeconds)}`);
      proofs.push(proof);
    }
    return proofs;
  } finally {
    await worker.end();
  }
}

/**
 * @param {Worker} worker
 * @param {import('./subject.mjs').Bench} bench
 * @param {import('./subject.mjs').Work} work
 * @returns {Promise<WorkerProof>}
 */
async function proveIn(worker, { folder }, { name, steps, executable, input }) {
  const [execution, proof] = [join(folder, 'worker.execution'), join(folder, `${name}.proof`)];
  const files = [`--executable=${executable}`, `--input=${input}`, `--output=${execution}`];
  const executed = await worker.job('execute', files);
  const proven = await worker.job('prove', [`--execution=${execution}`, `--output=${proof}`]);
  return {
    name,
    steps,
    seconds: executed.seconds + proven.seconds,
    tablesSeconds: phaseSeconds(proven.events, 'tables'),
    peakMemory: proven.answer.peakMemory,
  };
}

/**
 * How long a job was in a phase: until the next one began.
 * @param {Record<string, any>[]} events
 * @param {string} phase
 * @returns {number} seconds; 0 when the phase was never entered
 */
export function phaseSeconds(events, phase) {
  const phases = events.filter(({ event }) => event === 'phase');
  const at = phases.findIndex((event) => event.phase === phase);
  const [began, next] = [phases[at], phases[at + 1]];
  return began === undefined || next === undefined ? 0 : next.seconds - began.seconds;
}
