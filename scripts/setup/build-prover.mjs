import { constants } from 'node:fs';
import { access, copyFile, mkdir, realpath, rename, rm, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cargoEnvironment } from '../lib/cargo-environment.mjs';
import { Failure } from '../lib/failure.mjs';
import { repository } from '../lib/repository.mjs';
import { run } from '../lib/run.mjs';
import { writeFileWhole } from '../lib/write-file-whole.mjs';
import { cargoConfig, sharedFolders } from './cargo-config.mjs';
import { cargoProgress, withoutProgress } from './cargo-progress.mjs';
import { dropOldBuilds } from './drop-old-builds.mjs';
import { findMendableSource } from './find-mendable-source.mjs';
import { ensureMendedSource } from './mended-source.mjs';
import { proverKey } from './prover-key.mjs';
import { renewSources } from './renew-sources.mjs';
import { steadyReport } from './steady-report.mjs';

const prover = join(repository, 'prover');

/**
 * Makes sure that the prover of this checkout's sources is built, and records where it lies for those who run it.
 * @param {string} cache the cache folder
 * @param {(line: string) => void} say
 * @param {AbortSignal} signal
 */
export async function buildProver(cache, say, signal) {
  await ensureMendedSource(sharedFolders(cache).mendedSource, () => findMendableSource(say));
  await writeFileWhole(join(prover, '.cargo', 'config.toml'), cargoConfig(cache, await realpath(prover)));
  await renewSources(prover);
  const key = await proverKey(prover);
  const binary = join(cache, 'prover', key, 'cairn-prover');
  if (await isProgram(binary)) {
    say('up to date');
  } else {
    const built = await build(say, signal);
    if ((await proverKey(prover)) !== key) {
      throw new Failure('the sources of the prover were changed while it was built: run the command again');
    }
    await keep(built, binary);
    await dropOldBuilds(join(cache, 'prover'));
  }
  await utimes(dirname(binary), new Date(), new Date());
  await writeFileWhole(join(prover, '.cairn', 'binary-path'), `${binary}\n`);
}

/** @param {string} path */
async function isProgram(path) {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/**
 * @param {(line: string) => void} say
 * @param {AbortSignal} signal
 * @returns {Promise<string>} where the binary lies until the next build
 */
async function build(say, signal) {
  const started = Date.now();
  say('building; with nothing cached this takes 12 to 15 minutes on two cores');
  const report = steadyReport(say, 5000);
  const onText = cargoProgress(
    ({ done, total, crates }) =>
      report(`crate ${done} of ${total}, ${minutes(Date.now() - started)}${crates && `: ${crates}`}`),
    () => say('waiting for another cargo to finish'),
  );
  const env = { ...cargoEnvironment(), CARGO_TERM_PROGRESS_WHEN: 'always', CARGO_TERM_PROGRESS_WIDTH: '100' };
  const args = ['build', '--release', '--locked', '--bin', 'cairn-prover'];
  const { code, text } = await run('cargo', args, { cwd: prover, env, onText, signal });
  if (code !== 0)
    throw new Failure(`the prover does not build (cargo ended with ${code}):\n${withoutProgress(text)}`);
  say(`built in ${minutes(Date.now() - started)}`);
  return join(prover, 'target', 'release', 'cairn-prover');
}

/**
 * Copies a finished binary to where it is kept, whole or not at all.
 * @param {string} from
 * @param {string} to
 */
async function keep(from, to) {
  await mkdir(dirname(to), { recursive: true });
  const beside = `${to}.${process.pid}`;
  try {
    await copyFile(from, beside);
    await rename(beside, to);
  } finally {
    await rm(beside, { force: true });
  }
}

/** @param {number} ms */
function minutes(ms) {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
