/**
 * Makes a proof in each of the largest tiers and verifies it, and ends a large one in its middle, which takes 13 GiB: the tests
 * that `make test` leaves out.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { cargoEnvironment } from './lib/cargo-environment.mjs';
import { repository } from './lib/repository.mjs';

const args = [
  ...['test', '--release', '--locked', '--test', 'prover', '--'],
  ...['--ignored', '--test-threads=1', '--nocapture', 'tiers', 'large_proofs'],
];
const cargo = spawnSync('cargo', args, {
  cwd: join(repository, 'prover'),
  env: cargoEnvironment(),
  stdio: 'inherit',
});
process.exitCode = cargo.status ?? 1;
