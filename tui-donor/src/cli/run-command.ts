import { fileURLToPath } from 'node:url';
import {
  type CliContext,
  formatNumberOf,
  loadClientSettings,
  NothingToDoError,
  type Output,
} from '@cairn/tui-kit';
import { describeEvent } from '../events/describe-event.js';
import type { DonorEvent, Tally } from '../events/donor-event.js';
import { plainLines } from '../events/plain-lines.js';
import { threadsFor } from '../governor/duty-cycle.js';
import { proverFor } from '../governor/governor.js';
import { DonorApi } from '../server/donor-api.js';
import { lockDataDir } from '../store/lock-data-dir.js';
import { openDatabase } from '../store/open-database.js';
import { WorkStore } from '../store/work-store.js';
import { runDonor } from '../work/run-donor.js';
import { dataDirOf, parseLimits, parseRunFlags } from './parse-run-flags.js';
import type { RunFlags } from './run-flags.js';

const CONFIG_FILE = fileURLToPath(new URL('../../src/config/dev.json', import.meta.url));

/** `cairn-donor run`: the work loop, told line by line. */
export async function runCommand(flags: RunFlags, context: CliContext): Promise<void> {
  const options = parseRunFlags(flags);
  const { env } = context.world;
  const settings = await loadClientSettings({ flags, env, configFile: CONFIG_FILE });
  const limits = { ...parseLimits(flags), cpus: settings.executorCpus.value };
  const dataDir = dataDirOf(flags, env);
  const emit = printer(context.output(flags));
  const api = new DonorApi({
    serverUrl: settings.serverUrl.value,
    retry: options.wait ? { attempts: Number.POSITIVE_INFINITY } : { attempts: 8 },
    onRetry: (what, error, delayMs) =>
      emit({ event: 'retrying', what, why: error.message, delaySeconds: delayMs / 1000 }),
  });
  const unlock = lockDataDir(dataDir);
  const store = new WorkStore(openDatabase(dataDir), api.address.url);
  const worker = proverFor(limits);
  try {
    if (flags.forgetFailures === true) store.forgetGivenUp();
    const { maxExecutionBytes } = await api.limits(options.wait, context.signal);
    const { threads } = threadsFor(limits.cpus);
    const { cpus, maxMemory } = limits;
    emit({
      event: 'started',
      server: api.address.url,
      mode: options.mode,
      cpus,
      threads,
      maxMemory,
      dataDir,
    });
    const tally = await runDonor(
      { api, store, limits, worker, dataDir, maxExecutionBytes, emit },
      options,
      context.signal,
    );
    if (tally.proofs + tally.executions === 0) throw nothingDone(tally, store);
  } finally {
    await worker.close();
    store.close();
    unlock();
  }
}

function printer(output: Output): (event: DonorEvent) => void {
  const isTold = plainLines();
  return (event) => {
    output.record({ time: new Date().toISOString(), ...event });
    if (isTold(event)) output.text(`${new Date().toLocaleTimeString('en-GB')} ${describeEvent(event)}`);
  };
}

function nothingDone(tally: Tally, store: WorkStore): NothingToDoError {
  const tried = Object.values(tally.others).reduce((sum, count) => sum + count, 0);
  const givenUp = store.givenUp().length;
  const what =
    tried === 0 ? 'there is no work left' : `no work could be done (${formatNumberOf(tried, 'piece')} tried)`;
  const more =
    givenUp === 0
      ? ''
      : `; ${formatNumberOf(givenUp, 'piece')} given up earlier: --forget-failures tries again`;
  return new NothingToDoError(what, `come back later, or let it wait for work with --wait${more}`);
}
