import { join } from 'node:path';
import { cargoEnvironment } from '../lib/cargo-environment.mjs';
import { Failure } from '../lib/failure.mjs';
import { repository } from '../lib/repository.mjs';
import { run } from '../lib/run.mjs';

const prover = join(repository, 'prover');

/**
 * Builds the program that runs the cases, and the prover of the same sources.
 * @returns {Promise<{ fuzzer: string, binary: string }>} their paths
 */
export async function buildFuzzer() {
  const args = ['build', '--release', '--locked', '--bins', '--example', 'fuzz-prover'];
  const { code, text } = await run('cargo', args, { cwd: prover, env: cargoEnvironment() });
  if (code !== 0) throw new Failure(`the fuzzer does not build:\n${text}`);
  const release = join(prover, 'target', 'release');
  return { fuzzer: join(release, 'examples', 'fuzz-prover'), binary: join(release, 'cairn-prover') };
}
