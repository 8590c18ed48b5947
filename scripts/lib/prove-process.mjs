import { Failure } from './failure.mjs';
import { measured } from './measured.mjs';
import { run } from './run.mjs';

/**
 * `prove` as a user starts it, a process of its own.
 * @typedef {object} Followed
 * @property {string} binary
 * @property {NodeJS.ProcessEnv} env
 * @property {(text: string) => void} onText called with what it says, as it comes
 *
 * @typedef {object} Wanted
 * @property {string} execution file
 * @property {string} output file to write the proof to
 * @property {string[]} [flags] further arguments
 *
 * @typedef {object} Proven
 * @property {Record<string, any>} answer
 * @property {Record<string, any>[]} events
 * @property {string} text all that it said, its log included
 */

/**
 * Makes a proof, and hears what it says meanwhile.
 * @param {Followed} prover
 * @param {Wanted} wanted
 * @returns {Promise<Proven>}
 * @throws Failure when it is not made
 */
export async function proveFollowing({ binary, env, onText }, wanted) {
  const { code, stdout, text } = await run(binary, argumentsOf(wanted), { env, onText });
  if (code !== 0) throw new Failure(`${wanted.execution} is not proven: ${stdout.slice(-2000)}`);
  return { ...linesOf(stdout), text };
}

/**
 * Makes a proof under the measuring helper.
 * @param {{ binary: string, measure: string }} prover
 * @param {Wanted} wanted
 * @returns {Promise<Proven & { cost: import('./measured.mjs').Cost }>}
 * @throws Failure when it is not made
 */
export async function proveMeasured({ binary, measure }, wanted) {
  const command = [binary, ...argumentsOf(wanted)];
  const { cost, stdout, text } = await measured(measure, `${wanted.output}.report`, command);
  return { ...linesOf(stdout), text, cost };
}

/**
 * Why a proof is not made.
 * @param {{ binary: string }} prover
 * @param {Wanted} wanted
 * @returns {Promise<Record<string, any> | undefined>} the error's fields; undefined when it is made after all
 */
export async function refusalOf({ binary }, wanted) {
  const { stdout } = await run(binary, argumentsOf(wanted));
  return linesOf(stdout).answer.error;
}

/** @param {Wanted} wanted */
function argumentsOf({ execution, output, flags = [] }) {
  return ['prove', `--execution=${execution}`, `--output=${output}`, ...flags];
}

/**
 * @param {string} stdout
 * @returns {Pick<Proven, 'answer' | 'events'>}
 */
function linesOf(stdout) {
  const lines = stdout.split('\n').filter((line) => line !== '');
  const parsed = lines.map((line) => JSON.parse(line));
  return { answer: parsed.at(-1) ?? {}, events: parsed.slice(0, -1) };
}
