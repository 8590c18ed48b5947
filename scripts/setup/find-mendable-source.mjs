import { dirname, join } from 'node:path';
import { cargoEnvironment } from '../lib/cargo-environment.mjs';
import { Failure } from '../lib/failure.mjs';
import { repository } from '../lib/repository.mjs';
import { run } from '../lib/run.mjs';
import { mend } from './mended-source.mjs';

/**
 * Where Cargo keeps the crate that is to be mended; it downloads it first when it has to.
 * @param {(line: string) => void} say
 */
export async function findMendableSource(say) {
  say('fetching sources');
  const manifest = join(repository, 'prover', 'sources', 'Cargo.toml');
  const args = ['metadata', '--locked', '--format-version', '1', '--manifest-path', manifest];
  // Not from within prover/: its configuration names the copy that is about to be made.
  const { code, stdout, text } = await run('cargo', args, { cwd: repository, env: cargoEnvironment() });
  if (code !== 0) {
    throw new Failure(
      `Cargo cannot fetch the prover's sources; is there a network?\n${text.replace(stdout, '')}`,
    );
  }
  /** @type {{ packages: { name: string, version: string, manifest_path: string }[] }} */
  const { packages } = JSON.parse(stdout);
  const found = packages.find(({ name, version }) => name === mend.crate && version === mend.version);
  if (found === undefined)
    throw new Failure(`prover/sources/Cargo.lock does not name ${mend.crate} ${mend.version}`);
  return dirname(found.manifest_path);
}
