import { type CliContext, UsageError } from '@cairn/tui-kit';
import { canShowScreen, openScreen } from '@cairn/tui-kit/screen';
import type { RunFlags } from '../cli/run-flags.js';
import { DonorScreen } from './donor-screen.js';
import { openWorkplace } from './work/open-workplace.js';

/** `cairn-donor` on a terminal: the work, and a screen that shows it, until the person quits. */
export async function openDonorScreen(flags: RunFlags, context: CliContext): Promise<void> {
  const { env } = context.world;
  if (!canShowScreen({ stdin: process.stdin, stdout: process.stdout, env })) {
    throw new UsageError('there is no terminal for a full screen', {
      help: 'use `cairn-donor run`, which writes lines, or JSON with --json',
    });
  }
  await using workplace = await openWorkplace(flags, env);
  const { view, history, browse, credit } = workplace;
  const tree = (
    <DonorScreen
      view={view}
      history={history}
      browse={browse}
      credit={credit}
      env={env}
      onQuit={() => screen.close()}
    />
  );
  // With nobody to hold it to its limits, the prover stands still too.
  const hooks = { onStop: () => view.session.standStill(), onContinue: () => view.session.goOn() };
  const screen = openScreen(tree, context.signal, hooks);
  view.start();
  void history.refresh();
  await screen.closed;
  // The terminal is back by now; what has to be ended may take a second or two.
  if (view.now.get().piece !== undefined) context.world.stderr.write('Ending the work, giving it back…\n');
  await workplace.close();
  context.signal.throwIfAborted();
}
