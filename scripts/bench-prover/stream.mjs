import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { run } from '../lib/run.mjs';
import { workOf } from './work.mjs';
import { Worker } from './worker.mjs';

/**
 * @typedef {object} Stream
 * @property {string[]} proofs names of what was proven
 * @property {number[]} seconds wall time of each verification in a worker of one thread, reading and decoding included
 * @property {{ proofs: number, threads: number, seconds: number }} many one `verify --many` of the same proofs
 */

/** @typedef {{ proof: string, executable: string, input: string }} Item */

/**
 * Verifies some proofs over and over: one at a time in a worker of one thread, then all at once on all cores.
 * @param {import('./subject.mjs').Bench} bench
 * @param {import('../workloads/workloads.mjs').Workload[]} workloads
 * @param {number} count of verifications
 * @returns {Promise<Stream>}
 */
export async function measureStream(bench, workloads, count) {
  bench.say(`  proving ${workloads.length} programs to verify`);
  const items = await makeProofs(bench, workloads);
  const stream = Array.from({ length: count }, (_, at) => /** @type {Item} */ (items[at % items.length]));
  bench.say(`  verifying ${count} proofs, one at a time and all at once`);
  return {
    proofs: workloads.map(({ name }) => name),
    seconds: await oneByOne(bench, stream),
    many: await atOnce(bench, stream),
  };
}

/**
 * @param {import('./subject.mjs').Bench} bench
 * @param {import('../workloads/workloads.mjs').Workload[]} workloads
 */
async function makeProofs(bench, workloads) {
  const worker = new Worker(bench.binary);
  try {
    const items = [];
    for (const workload of workloads) {
      const { name, executable, input } = await workOf(bench, workload);
      const execution = join(bench.folder, 'stream.execution');
      const proof = join(bench.folder, `${name}.stream.proof`);
      const files = [`--executable=${executable}`, `--input=${input}`, `--output=${execution}`];
      await worker.job('execute', files);
      await worker.job('prove', [`--execution=${execution}`, `--output=${proof}`]);
      items.push({ proof, executable, input });
    }
    return items;
  } finally {
    await worker.end();
  }
}

/**
 * @param {import('./subject.mjs').Bench} bench
 * @param {Item[]} stream
 */
async function oneByOne(bench, stream) {
  const worker = new Worker(bench.binary, ['--threads=1']);
  try {
    const seconds = [];
    for (const { proof, executable, input } of stream) {
      const args = [`--proof=${proof}`, `--executable=${executable}`, `--input=${input}`];
      const verified = await worker.job('verify', args);
      seconds.push(verified.seconds);
    }
    return seconds;
  } finally {
    await worker.end();
  }
}

/**
 * @param {import('./subject.mjs').Bench} bench
 * @param {Item[]} stream
 */
async function atOnce({ binary, folder }, stream) {
  const list = join(folder, 'stream.jsonl');
  await writeFile(list, stream.map((item, at) => `${JSON.stringify({ id: `${at}`, ...item })}\n`).join(''));
  const { code, text, stdout } = await run(binary, ['verify', `--many=${list}`]);
  if (code !== 0) throw new Failure(`verify --many ended with exit code ${code}:\n${text.slice(-2000)}`);
  const { seconds } = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
  return { proofs: stream.length, threads: availableParallelism(), seconds };
}
