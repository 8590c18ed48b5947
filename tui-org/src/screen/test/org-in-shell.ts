import { fileURLToPath } from 'node:url';
import { type PtyOptions, ShellSession } from '@cairn/tui-kit/test';

/** The compiled client, from the sources and from their compiled form. */
const BIN = fileURLToPath(new URL('../../../dist/bin.js', import.meta.url));

/** A person's shell in which `cairn-org` has just been started for a server. */
export async function orgInShell(
  { url, dataDir }: { readonly url: string; readonly dataDir: string },
  options: PtyOptions = {},
): Promise<ShellSession> {
  const shell = new ShellSession(options);
  await shell.start(process.execPath, [BIN, '--server', url, '--data-dir', dataDir]);
  return shell;
}
