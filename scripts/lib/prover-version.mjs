import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from './repository.mjs';
import { run } from './run.mjs';

/** What the binary is built from. */
const sources = ['Cargo.lock', 'Cargo.toml', 'build.rs', 'sources', 'src'].map((name) => `prover/${name}`);

/**
 * Which prover a measurement is of: `0.1.0 at 0bf29bd13f31`, by the last commit that changed what it is built from; with
 * `, changed` behind it where files are not as in that commit, and `of no commit` outside of a repository.
 * @param {string[]} [paths] what else decides on the measurement, below the repository's root
 */
export async function proverVersion(paths = []) {
  const manifest = await readFile(join(repository, 'prover', 'Cargo.toml'), 'utf8');
  const version = /^version = "(.*)"$/m.exec(manifest)?.[1] ?? 'unknown';
  return `${version} ${await commitOf([...sources, ...paths])}`;
}

/**
 * The last commit that changed any of these: `at 0bf29bd13f31`.
 * @param {string[]} paths below the repository's root
 */
export async function commitOf(paths) {
  const commit = await git('log', '-1', '--format=%H', '--', ...paths);
  if (commit === '') return 'of no commit';
  const changed = await git('status', '--porcelain', '--', ...paths);
  return `at ${commit.slice(0, 12)}${changed === '' ? '' : ', changed'}`;
}

/** @param {string[]} args */
async function git(...args) {
  const { code, stdout } = await run('git', args, { cwd: repository });
  return code === 0 ? stdout.trim() : '';
}
