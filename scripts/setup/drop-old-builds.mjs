import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const days = 30;

/**
 * Deletes the builds that no set-up has used for thirty days. A set-up touches the folder of the build that it uses.
 * @param {string} folder of the builds, one folder for each
 */
export async function dropOldBuilds(folder) {
  const oldest = Date.now() - days * 86_400_000;
  for (const name of await readdir(folder)) {
    const build = join(folder, name);
    if ((await stat(build)).mtimeMs < oldest) await rm(build, { recursive: true, force: true });
  }
}
