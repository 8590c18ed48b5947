import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const days = 7;

/**
 * Deletes the builds that no set-up has used for a week. A set-up touches the folder of the build that it uses.
 * @param {string} folder of the builds, one folder for each
 */
export async function dropOldBuilds(folder) {
  const oldest = Date.now() - days * 86_400_000;
  for (const name of await readdir(folder)) {
    const build = join(folder, name);
    if ((await stat(build)).mtimeMs < oldest) await rm(build, { recursive: true, force: true });
  }
}
