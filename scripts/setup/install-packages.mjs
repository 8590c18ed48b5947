import { Failure } from '../lib/failure.mjs';
import { repository } from '../lib/repository.mjs';
import { run } from '../lib/run.mjs';
import { isInstalled } from './installed-packages.mjs';
import { hasNode24 } from './node-24.mjs';

/**
 * Installs the JavaScript packages of the lock file, unless they are installed already.
 * @param {(line: string) => void} say
 * @param {AbortSignal} signal
 */
export async function installPackages(say, signal) {
  if ((await isInstalled(repository)) && (await hasNode24())) {
    say('up to date');
    return;
  }
  say('installing; about a minute');
  const { code, text } = await run('npm', ['ci', '--prefer-offline'], { cwd: repository, signal });
  if (code !== 0) throw new Failure(`npm ci failed (exit code ${code}):\n${text}`);
  say('installed');
}
