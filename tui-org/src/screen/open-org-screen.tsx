import { UsageError } from '@cairn/tui-kit';
import { canShowScreen, openScreen } from '@cairn/tui-kit/screen';
import type { Workplace } from '../cli/workplace.js';
import { OrgScreen } from './org-screen.js';
import { Doorkeeper } from './sign-in/doorkeeper.js';

/** `cairn-org` on a terminal: the full screen, until the person quits. */
export async function openOrgScreen(place: Workplace): Promise<void> {
  const { env, signal } = place;
  if (!canShowScreen({ stdin: process.stdin, stdout: process.stdout, env })) {
    throw new UsageError('there is no terminal for a full screen', {
      help: 'use the commands: `cairn-org --help` lists them',
    });
  }
  using doorkeeper = new Doorkeeper(place);
  const screen = openScreen(
    <OrgScreen doorkeeper={doorkeeper} env={env} onQuit={() => screen.close()} />,
    signal,
  );
  void doorkeeper.start();
  await screen.closed;
  for (const remark of await doorkeeper.leave()) place.remark(remark);
  signal.throwIfAborted();
}
