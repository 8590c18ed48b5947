import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { WHATEVER_THE_MACHINE } from '../../tui-donor/dist/test/whatever-the-machine.js';
import { describe } from './describe.mjs';
import { DONOR } from './programs.mjs';

/** How many input groups the first donor executes and leaves for others to prove. */
const EXECUTE_ONLY = 4;

/**
 * @typedef {object} Work what was done on one input group
 * @property {number} [steps]
 * @property {number} [proveSeconds]
 * @property {number} [proofBytes]
 * @property {string} [executedBy]
 * @property {string} [provedBy]
 */

/**
 * Lets two donors work at once until every group has its proof.
 * @param {import('../demo.mjs').Demo} demo
 * @param {number} groups how many there are to prove
 * @returns {Promise<Map<string, Work>>} by name of the input group
 */
export async function donate(demo, groups) {
  /** @type {Map<string, Work>} */
  const work = new Map();
  const count = String(EXECUTE_ONLY);
  const executor = run(demo, work, 'donor A', ['--mode', 'execute', '--cpus', '0.5', '--count', count]);
  const prover = prove(demo, work, groups);
  await Promise.all([executor, prover]);
  return work;
}

/** @param {import('../demo.mjs').Demo} demo @param {Map<string, Work>} work @param {number} groups */
async function prove(demo, work, groups) {
  const args = ['--mode', 'auto', '--cpus', String(availableParallelism()), '--wait', '--count'];
  if (demo.killOnce) await run(demo, work, 'donor B', [...args, String(groups)], true);
  const left = groups - [...work.values()].filter(({ provedBy }) => provedBy).length;
  await run(demo, work, 'donor B', [...args, String(left)]);
}

/**
 * One run of the donor's client.
 * @param {import('../demo.mjs').Demo} demo
 * @param {Map<string, Work>} work
 * @param {string} who
 * @param {string[]} args
 * @param {boolean} [kill] whether to kill it in the middle of its second proof
 */
async function run({ folder, server, children, story }, work, who, args, kill = false) {
  story.tell(who, `$ cairn-donor run ${args.join(' ')}`);
  let proofs = 0;
  const dataDir = join(folder, who.replace(' ', '-'));
  const { process: donor, ended } = children.start([DONOR, 'run', ...args, '--json', '--data-dir', dataDir], {
    env: { PROGRAM_DISTRIBUTOR_URL: server, ...WHATEVER_THE_MACHINE },
    onLine(line) {
      const event = JSON.parse(line);
      remember(work, who, event);
      const words = describe(event);
      if (words) story.tell(who, words);
      if (event.event === 'proof-accepted') proofs += 1;
      if (
        kill &&
        proofs === 1 &&
        event.event === 'phase' &&
        event.command === 'prove' &&
        event.phase === 'prove'
      ) {
        story.tell(who, 'KILLED (kill -9) in the middle of a proof');
        donor.kill('SIGKILL');
      }
    },
  });
  const { code, signal, errors } = await ended;
  if (kill && signal === 'SIGKILL') return;
  if (code !== 0 || kill) throw new Error(`${who} ended with ${signal ?? `exit code ${code}`}:\n${errors}`);
}

/** @param {Map<string, Work>} work @param {string} who @param {any} event */
function remember(work, who, event) {
  if (!event.inputGroup) return;
  const known = work.get(event.inputGroup) ?? {};
  work.set(event.inputGroup, known);
  if (event.event === 'executed') Object.assign(known, { steps: event.steps, executedBy: who });
  if (event.event === 'proved')
    Object.assign(known, { proveSeconds: event.seconds, proofBytes: event.bytes });
  if (event.event === 'proof-accepted') known.provedBy = who;
}
