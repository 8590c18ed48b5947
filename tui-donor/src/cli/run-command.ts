import { type CliContext, formatNumberOf, NothingToDoError, type Output } from '@cairn/tui-kit';
import { serveControl } from '../control/control-server.js';
import { describeEvent } from '../events/describe-event.js';
import type { DonorEvent, Tally } from '../events/donor-event.js';
import { plainLines } from '../events/plain-lines.js';
import { stopWithProcess } from '../governor/stop-with-process.js';
import { DonorSession } from '../session/donor-session.js';
import { CONFIG_FILE } from '../settings/config-file.js';
import { isWorthForgetting } from '../store/given-up.js';
import type { WorkStore } from '../store/work-store.js';
import { dataDirOf, parseMaxSteps, parseRunFlags } from './parse-run-flags.js';
import type { RunFlags } from './run-flags.js';

/** `cairn-donor run`: the work loop, told line by line. */
export async function runCommand(flags: RunFlags, context: CliContext): Promise<void> {
  const { env } = context.world;
  const places = { flags, env, dataDir: dataDirOf(flags, env), configFile: CONFIG_FILE };
  const parts = { options: parseRunFlags(flags), places, maxSteps: parseMaxSteps(flags) };
  await using end = new AsyncDisposableStack();
  const session = await DonorSession.open(parts);
  end.defer(() => session.close());
  session.events.follow(printer(context.output(flags)));
  end.defer(await serveControl(session));
  end.defer(stopWithProcess(session));
  if (flags.forgetFailures === true) session.store.forgetGivenUp();
  const tally = await session.run(context.signal);
  if (tally.proofs + tally.executions === 0 && !session.isFinishing) throw nothingDone(tally, session.store);
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
  const givenUp = store.givenUp().filter(isWorthForgetting).length;
  const what =
    tried === 0 ? 'there is no work left' : `no work could be done (${formatNumberOf(tried, 'piece')} tried)`;
  const more =
    givenUp === 0
      ? ''
      : `; ${formatNumberOf(givenUp, 'piece')} given up earlier: --forget-failures tries again`;
  return new NothingToDoError(what, `come back later, or let it wait for work with --wait${more}`);
}
