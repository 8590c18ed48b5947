import { availableParallelism } from 'node:os';
import { run } from '../lib/run.mjs';
import { add, emptyTally } from './tally.mjs';

/** A process that takes longer hangs. */
const timeLimit = 30 * 60 * 1000;

/**
 * @typedef {object} Fuzz
 * @property {string} fuzzer the program
 * @property {string} binary the prover
 * @property {string} subjects folder
 * @property {number} seed
 * @property {(line: string) => void} log
 */

/**
 * Runs all cases of a target, in processes of some thousand. A process that ends without a report is run again case by
 * case to find the one that ended it, and the rest goes on behind that.
 * @param {Fuzz} fuzz
 * @param {import('./targets.mjs').Target} target
 * @param {number} cases
 */
export async function runTarget(fuzz, target, cases) {
  const tally = emptyTally(target.name);
  const started = performance.now();
  for (let from = 0; from < cases; ) {
    const to = Math.min(from + target.chunk, cases);
    from = await runChunk(fuzz, target, tally, from, to);
    fuzz.log(`  ${from.toLocaleString('en')} of ${cases.toLocaleString('en')} ${target.name}`);
  }
  tally.seconds = (performance.now() - started) / 1000;
  return tally;
}

/**
 * @param {Fuzz} fuzz
 * @param {import('./targets.mjs').Target} target
 * @param {import('./tally.mjs').Tally} tally
 * @param {number} from
 * @param {number} to
 * @returns {Promise<number>} the case to go on with
 */
async function runChunk(fuzz, target, tally, from, to) {
  const done = await runCases(fuzz, target, { from, to, announce: false });
  if (done.report !== undefined) {
    add(tally, done.report);
    return to;
  }
  const again = await runCases(fuzz, target, { from, to, announce: true });
  if (again.report !== undefined) {
    tally.crashes.push({ number: -1, how: `${done.how}, not again when its cases ran one by one` });
    add(tally, again.report);
    return to;
  }
  const number = again.last ?? from;
  tally.crashes.push({ number, how: again.how });
  fuzz.log(`  case ${number} of ${target.name} ended its process: ${again.how}`);
  const before = await runCases(fuzz, target, { from, to: number, announce: false });
  if (before.report !== undefined) add(tally, before.report);
  return number + 1;
}

/**
 * @param {Fuzz} fuzz
 * @param {import('./targets.mjs').Target} target
 * @param {{ from: number, to: number, announce: boolean }} range
 */
async function runCases({ fuzzer, binary, subjects, seed }, target, { from, to, announce }) {
  const threads = target.alone || announce ? 1 : availableParallelism();
  const args = ['run', target.name, `--subjects=${subjects}`, `--prover=${binary}`, `--seed=${seed}`];
  args.push(`--from=${from}`, `--to=${to}`, `--threads=${threads}`);
  if (target.maxMemory !== undefined) args.push(`--max-memory=${target.maxMemory}`);
  if (announce) args.push('--announce');
  const { code, stdout, text } = await run(fuzzer, args, { signal: AbortSignal.timeout(timeLimit) });
  const line = stdout.trimEnd().split('\n').at(-1) ?? '';
  if (code === 0) return { report: JSON.parse(line), how: '' };
  const last = [...text.matchAll(/^case (\d+)$/gm)].at(-1)?.[1];
  return {
    how: `exit code ${code}: ${line.slice(0, 200)}`,
    last: last === undefined ? undefined : Number(last),
  };
}
