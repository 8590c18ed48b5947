import { join } from 'node:path';
import { cargoEnvironment } from '../lib/cargo-environment.mjs';
import { Failure } from '../lib/failure.mjs';
import { repository } from '../lib/repository.mjs';
import { run } from '../lib/run.mjs';

const prover = join(repository, 'prover');

/**
 * Builds the two small helpers of the benchmark: one measures a process, one rewrites a proof for the stock verifier.
 * @returns {Promise<{ measure: string, proofToJson: string }>} their paths
 */
export async function buildTools() {
  const args = ['build', '--release', '--locked', '--example', 'measure', '--example', 'proof-to-json'];
  const { code, text } = await run('cargo', args, { cwd: prover, env: cargoEnvironment() });
  if (code !== 0) throw new Failure(`the helpers of the benchmark do not build:\n${text}`);
  const examples = join(prover, 'target', 'release', 'examples');
  return { measure: join(examples, 'measure'), proofToJson: join(examples, 'proof-to-json') };
}
