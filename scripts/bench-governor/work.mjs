/**
 * The donor's work without its server: proves one execution again and again, under the governor, until SIGTERM. Tells each event, with its time.
 * The argument is JSON: `{ execution, output, cpus, otherCpus }`.
 */
import { prove } from '@cairn/prover';
import { governed } from '../../tui-donor/dist/governor/governed.js';
import { GovernedProver } from '../../tui-donor/dist/governor/governed-prover.js';
import { Governor } from '../../tui-donor/dist/governor/governor.js';
import { samplerFor } from '../../tui-donor/dist/governor/samplers/sampler-for.js';
import { governorSettings } from '../../tui-donor/dist/test/unbound-governor.js';

/** @type {{ execution: string, output: string, cpus: number, otherCpus: number | null }} */
const { execution, output, cpus, otherCpus } = JSON.parse(process.argv[2] ?? '{}');
const limits = { cpus, otherCpus, freeMemory: null };
const ended = new AbortController();
process.once('SIGTERM', () => ended.abort());

/** @param {object} event */
const tell = (event) => console.log(JSON.stringify({ at: Date.now(), ...event }));

const governor = new Governor({
  settings: governorSettings({ inUse: limits, idle: limits }),
  sampler: samplerFor(process.platform, process.env),
  emit: tell,
});
await governor.start();
const prover = new GovernedProver(governor.threads);
const bench = { governor, prover, limits: { maxMemory: null, maxMemoryGiven: false, maxSteps: undefined } };
try {
  while (!ended.signal.aborted) {
    await governed(bench, true, (options) => prove({ execution, output }, options), {
      signal: ended.signal,
      onEvent: tell,
    });
  }
} catch (error) {
  if (!ended.signal.aborted) throw error;
} finally {
  governor.close();
  await prover.close();
}
