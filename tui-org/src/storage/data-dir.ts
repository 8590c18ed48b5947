import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where a data directory may be named: the flag wins over the environment, the environment over the default. */
export interface DataDirSources {
  readonly flag?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home?: string;
}

/**
 * The folder that holds sessions, executables, inputs and proofs:
 * `--data-dir`, `CAIRN_ORG_DIR`, `$XDG_DATA_HOME/cairn/org`, `~/.local/share/cairn/org`, in that order.
 */
export function dataDir({ flag, env, home = homedir() }: DataDirSources): string {
  if (flag) return resolve(flag);
  if (env.CAIRN_ORG_DIR) return resolve(env.CAIRN_ORG_DIR);
  const shared = env.XDG_DATA_HOME ? resolve(env.XDG_DATA_HOME) : join(home, '.local', 'share');
  return join(shared, 'cairn', 'org');
}

/**
 * The part of the data directory that belongs to one server. Two servers never share a folder: the readable
 * part of the name may be the same, the hash of the address is not.
 */
export function serverDir(root: string, serverUrl: string): string {
  const address = new URL(serverUrl).href.replace(/\/+$/, '');
  const readable = address.replace(/^https?:\/\//, '').replace(/[^a-zA-Z0-9.-]+/g, '_');
  const hash = createHash('sha256').update(address).digest('hex').slice(0, 10);
  return join(root, 'servers', `${readable.slice(0, 60)}-${hash}`);
}
