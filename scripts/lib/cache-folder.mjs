import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/**
 * Where builds are kept between checkouts: `$XDG_CACHE_HOME/cairn`, else `~/.cache/cairn`.
 * A relative XDG_CACHE_HOME is passed over, as the XDG specification demands.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function cacheFolder(env = process.env) {
  const given = env.XDG_CACHE_HOME;
  return join(given && isAbsolute(given) ? given : join(homedir(), '.cache'), 'cairn');
}
