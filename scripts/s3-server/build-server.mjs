import { constants } from 'node:fs';
import { access, mkdir, rename, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { cargoEnvironment } from '../lib/cargo-environment.mjs';
import { Failure } from '../lib/failure.mjs';
import { run } from '../lib/run.mjs';
import { cargoProgress, withoutProgress } from '../setup/cargo-progress.mjs';
import { dropOldBuilds } from '../setup/drop-old-builds.mjs';
import { takeLock } from '../setup/lock.mjs';
import { steadyReport } from '../setup/steady-report.mjs';

const VERSION = '0.14.1';

/**
 * The server's program: s3s-fs of one version, with the dependencies of its own lock file. Built where it is missing;
 * a build that breaks off leaves nothing that a later one would take for whole.
 * @param {string} cache the cache folder
 * @param {(line: string) => void} say
 * @param {AbortSignal} signal ends the build
 * @returns {Promise<string>} its path
 * @throws {Failure} with what Cargo said
 */
export async function buildServer(cache, say, signal) {
  const builds = join(cache, 's3-server');
  await mkdir(builds, { recursive: true });
  const folder = join(builds, `${VERSION}-${await compilerName(builds)}`);
  const binary = join(folder, 'bin', 's3s-fs');
  if (!(await isProgram(binary))) {
    const release = await takeLock(join(cache, 's3-server.lock'), {
      signal,
      onWait: ({ pid }) => say(`waiting for another build (process ${pid}) to finish`),
    });
    try {
      if (!(await isProgram(binary))) await build(folder, say, signal);
      await dropOldBuilds(builds);
    } finally {
      await release();
    }
  }
  await utimes(folder, new Date(), new Date());
  return binary;
}

/**
 * @param {string} cwd outside every checkout, so that none's settings for Cargo count
 * @returns {Promise<string>} such as 1.95.0-x86_64-unknown-linux-gnu
 */
async function compilerName(cwd) {
  const { code, stdout, text } = await run('rustc', ['-vV'], { cwd, env: cargoEnvironment() });
  const [release, host] = ['release', 'host'].map(
    (name) => new RegExp(`^${name}: (\\S+)$`, 'mu').exec(stdout)?.[1],
  );
  if (code === 0 && release && host) return `${release}-${host}`;
  throw new Failure(`rustc -vV ended with ${code}; expected the release and the host. It said:\n${text}`);
}

/** @param {string} path */
async function isProgram(path) {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/**
 * @param {string} folder
 * @param {(line: string) => void} say
 * @param {AbortSignal} signal
 */
async function build(folder, say, signal) {
  const started = Date.now();
  say(`building s3s-fs ${VERSION}; some minutes, once`);
  const beside = `${folder}.building`;
  // What a killed build left there.
  await rm(beside, { recursive: true, force: true });
  try {
    await install(beside, say, signal);
    await rm(join(beside, 'target'), { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
    await rename(beside, folder);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  say(`built in ${Math.round((Date.now() - started) / 1000)} s`);
}

/**
 * @param {string} root
 * @param {(line: string) => void} say
 * @param {AbortSignal} signal
 */
async function install(root, say, signal) {
  const report = steadyReport(say, 5000);
  const onText = cargoProgress(
    ({ done, total }) => report(`crate ${done} of ${total}`),
    () => say('waiting for another cargo to finish'),
  );
  await mkdir(root, { recursive: true });
  const env = {
    ...cargoEnvironment(),
    // It is built far longer than it runs.
    CARGO_PROFILE_RELEASE_OPT_LEVEL: '1',
    CARGO_TARGET_DIR: join(root, 'target'),
    CARGO_TERM_PROGRESS_WHEN: 'always',
    CARGO_TERM_PROGRESS_WIDTH: '100',
  };
  const args = [
    'install',
    's3s-fs',
    '--version',
    `=${VERSION}`,
    '--locked',
    '--features',
    'binary',
    '--root',
    root,
  ];
  const { code, text } = await run('cargo', args, { cwd: root, env, onText, signal });
  if (code === 0) return;
  throw new Failure(
    `s3s-fs ${VERSION} cannot be built (cargo ended with ${code}):\n${withoutProgress(text)}`,
  );
}
