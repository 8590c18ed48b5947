import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { proverSources } from '../setup/prover-key.mjs';
import { hashOf } from './hash-files.mjs';
import { repository } from './repository.mjs';
import { run } from './run.mjs';

/** What the binary is built from. */
const sources = ['Cargo.lock', 'Cargo.toml', 'build.rs', 'sources', 'src'].map((name) => `prover/${name}`);

/**
 * Which prover a measurement is of: `0.1.0 at 0bf29bd13f31 (sources 5f3a90c1d2e4)`, by the last commit that changed what it is built
 * from, and by a hash of that, which is the same when the commit is another after a rebase. With `, changed` behind the commit
 * where files are not as in it, and `of no commit` outside of a repository.
 * @param {string[]} [paths] what else decides on the measurement, below the folder `prover`: `prover/examples`
 */
export async function proverVersion(paths = []) {
  const manifest = await readFile(join(repository, 'prover', 'Cargo.toml'), 'utf8');
  const version = /^version = "(.*)"$/m.exec(manifest)?.[1] ?? 'unknown';
  const all = [...sources, ...paths];
  return `${version} ${await commitOf(all)} (sources ${await hashOfSources(all)})`;
}

/** @param {string[]} paths */
async function hashOfSources(paths) {
  const files = await proverSources(join(repository, 'prover'));
  const counts = (/** @type {string} */ name) =>
    paths.some((path) => `prover/${name}` === path || `prover/${name}`.startsWith(`${path}/`));
  return hashOf(files.filter(([name]) => counts(name))).slice(0, 12);
}

/**
 * Whether two names are of one prover: by the sources, or, where one of them is of a time before these were named, by the commit.
 * @param {string} one
 * @param {string} other
 */
export function isSameProver(one, other) {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a.sources === undefined || b.sources === undefined) return a.commit === b.commit;
  return a.version === b.version && a.sources === b.sources;
}

/** @param {string} name */
function partsOf(name) {
  const [commit = name, sources] = name.split(/ \(sources ([0-9a-f]+)\)$/u);
  return { version: name.split(' ')[0], commit, sources };
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
