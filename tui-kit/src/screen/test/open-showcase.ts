import { fileURLToPath } from 'node:url';
import { type PtyOptions, PtySession, ShellSession } from '@cairn/tui-kit/test';

/** The compiled showcase, from the sources and from their compiled form. */
export const SHOWCASE = fileURLToPath(new URL('../../../dist/screen/test/showcase.js', import.meta.url));

/** The showcase of the kit on a pseudo-terminal. */
export async function openShowcase(options: PtyOptions = {}): Promise<PtySession> {
  const session = new PtySession(process.execPath, [SHOWCASE], options);
  await session.shows('? keys');
  return session;
}

/** The same, started in a shell. */
export async function showcaseInShell(): Promise<ShellSession> {
  const shell = new ShellSession();
  await shell.start(process.execPath, [SHOWCASE]);
  await shell.shows('? keys');
  return shell;
}
