import { type CliContext, UsageError } from '@cairn/tui-kit';
import { canShowScreen, openScreen, ValueStore } from '@cairn/tui-kit/screen';
import type { RunFlags } from '../cli/run-flags.js';
import { DonorScreen, type ScreenContent } from './donor-screen.js';
import type { SessionView } from './work/session-view.js';

/** `cairn-donor` on a terminal: the work, and a screen that shows it, until the person quits. */
export async function openDonorScreen(flags: RunFlags, context: CliContext): Promise<void> {
  const { env, stderr } = context.world;
  if (!canShowScreen({ stdin: process.stdin, stdout: process.stdout, env })) {
    throw new UsageError('there is no terminal for a full screen', {
      help: 'use `cairn-donor run`, which writes lines, or JSON with --json',
    });
  }
  const content = new ValueStore<ScreenContent | undefined>(undefined);
  let view: SessionView | undefined;
  const tree = <DonorScreen content={content} env={env} onQuit={() => screen.close()} />;
  using screen = openScreen(tree, context.signal, {
    // With nobody to hold it to its limits, the prover stands still too.
    onStop: () => view?.session.standStill(),
    onContinue: () => view?.session.goOn(),
  });
  let isOpen = true;
  const closed = screen.closed.finally(() => {
    isOpen = false;
  });
  // What went wrong in drawing is told below, also when that was before.
  closed.catch(() => {});
  // Loaded when the screen is there: it takes longer than everything before.
  const { startWork } = await import('./start-work.js');
  const started = await startWork(flags, env);
  await using workplace = started.workplace;
  view = workplace.view;
  if (isOpen) {
    content.set(started.content);
    view.start();
    void workplace.history.refresh();
  }
  await closed;
  // The terminal is back by now; what has to be ended may take a second or two.
  if (view.now.get().piece !== undefined) stderr.write('Ending the work, giving it back…\n');
  await workplace.close();
  context.signal.throwIfAborted();
}
