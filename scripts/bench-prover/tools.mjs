import { join } from 'node:path';
import { cargoEnvironment } from '../lib/cargo-environment.mjs';
import { Failure } from '../lib/failure.mjs';
import { repository } from '../lib/repository.mjs';
import { run } from '../lib/run.mjs';

const prover = join(repository, 'prover');

/**
 * @typedef {object} Tools paths of the benchmark's helpers
 * @property {string} measure measures a process
 * @property {string} proofToJson rewrites a proof for the stock verifier
 * @property {string} bareProve proves by the library alone
 * @property {string} searchForWork searches for proofs of work, our way and the library's
 */

/**
 * Builds the helpers of the benchmark.
 * @returns {Promise<Tools>}
 */
export async function buildTools() {
  const examples = ['measure', 'proof-to-json', 'bare-prove', 'search-for-work'];
  const args = ['build', '--release', '--locked', ...examples.flatMap((name) => ['--example', name])];
  const { code, text } = await run('cargo', args, { cwd: prover, env: cargoEnvironment() });
  if (code !== 0) throw new Failure(`the helpers of the benchmark do not build:\n${text}`);
  const at = (/** @type {string} */ name) => join(prover, 'target', 'release', 'examples', name);
  return {
    measure: at('measure'),
    proofToJson: at('proof-to-json'),
    bareProve: at('bare-prove'),
    searchForWork: at('search-for-work'),
  };
}
