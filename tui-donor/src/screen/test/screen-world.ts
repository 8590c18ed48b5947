import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type PtyOptions, ShellSession } from '@cairn/tui-kit/test';
import type { DonorWorld } from '../../test/donor-world.js';
import { MARK } from '../../test/provers-of.js';
import { WHATEVER_THE_MACHINE } from '../../test/whatever-the-machine.js';

/** The compiled client, from the sources and from their compiled form. */
const BIN = fileURLToPath(new URL('../../../dist/bin.js', import.meta.url));

/** A person's shell in which `cairn-donor` has just been started for a world's server. */
export async function donorInShell(
  world: DonorWorld,
  flags: readonly string[],
  options: PtyOptions = {},
): Promise<ShellSession> {
  const env = { EXECUTOR_CPUS: undefined, ...WHATEVER_THE_MACHINE, ...options.env };
  const shell = new ShellSession({ ...options, env });
  const folder = flags.includes('--data-dir') ? [] : ['--data-dir', join(world.folder, 'screen')];
  const donor = [process.execPath, BIN, '--server', world.api.url, ...folder, ...flags];
  // The mark is for the donor alone: the shell is none of its provers.
  await shell.start('/usr/bin/env', [`${MARK}=${world.folder}`, ...donor]);
  return shell;
}
