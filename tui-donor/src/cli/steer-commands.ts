import { type CliContext, readCpus } from '@cairn/tui-kit';
import { ControlClient } from '../control/control-client.js';
import { LONGEST_SNOOZE } from '../control/protocol.js';
import { describeEvent } from '../events/describe-event.js';
import { plainLines } from '../events/plain-lines.js';
import { describeStatus } from '../session/describe-status.js';
import type { DonorStatus } from '../session/donor-status.js';
import { parseDuration } from '../session/parse-duration.js';
import { checkValue } from '../settings/check-value.js';
import { noneOr } from '../settings/readers/read-none-or.js';
import type { ControlFlags } from './control-flags.js';
import { dataDirOf } from './parse-run-flags.js';

/** `cairn-donor pause`, `resume` and `finish`. */
export async function steerCommand(
  what: 'pause' | 'resume' | 'finish',
  flags: ControlFlags,
  context: CliContext,
): Promise<void> {
  using donor = await connected(flags, context);
  print(await donor.ask(what), flags, context);
}

/** `cairn-donor snooze 2h`. */
export async function snoozeCommand(
  duration: string,
  flags: ControlFlags,
  context: CliContext,
): Promise<void> {
  const seconds = parseDuration(duration, LONGEST_SNOOZE);
  using donor = await connected(flags, context);
  print(await donor.ask('snooze', { seconds }), flags, context);
}

/** `cairn-donor cap 0.5`, and `cap none` for what the settings say. */
export async function capCommand(text: string, flags: ControlFlags, context: CliContext): Promise<void> {
  const read = noneOr((found) => readCpus(found));
  checkValue({ key: 'the cap', read }, text);
  using donor = await connected(flags, context);
  print(await donor.ask('cap', { cpus: read(text) }), flags, context);
}

/** `cairn-donor status`; with `--follow` also all that happens from now on, until the donor ends. */
export async function statusCommand(flags: ControlFlags, context: CliContext): Promise<void> {
  using donor = await connected(flags, context);
  if (flags.follow !== true) return print(await donor.ask('status'), flags, context);
  const output = context.output(flags);
  const isTold = plainLines();
  await donor.follow(
    (status) => print(status, flags, context),
    (event, time) => {
      output.record({ time, ...event });
      if (isTold(event)) output.text(`${new Date(time).toLocaleTimeString('en-GB')} ${describeEvent(event)}`);
    },
  );
  const interrupted = new Promise<never>((_, reject) => {
    const end = (): void => reject(context.signal.reason);
    if (context.signal.aborted) end();
    else context.signal.addEventListener('abort', end, { once: true });
  });
  await Promise.race([donor.closed, interrupted]);
}

function connected(flags: ControlFlags, { world }: CliContext): Promise<ControlClient> {
  return ControlClient.connect(dataDirOf(flags, world.env));
}

function print(status: DonorStatus, flags: ControlFlags, context: CliContext): void {
  const output = context.output(flags);
  output.record({ status });
  output.text(describeStatus(status));
}
