import { hashOf } from '../lib/hash-files.mjs';
import { repository } from '../lib/repository.mjs';
import { run } from '../lib/run.mjs';

/** What the API is built from, and what kills it and looks: whatever else changes makes no other drill of it. */
const paths = [
  ...['api', 'shared-schema', 'prover', 'package-lock.json', 'tsconfig.base.json'],
  ...['scripts/drill-api', 'scripts/drill-api.mjs', 'scripts/demo', 'scripts/lib'],
  ...[':(exclude)*.test.ts', ':(exclude)*.md', ':(exclude,glob)api/src/**/test/**'],
];

/**
 * Which code a portion of the drill was run with.
 * @typedef {object} Code
 * @property {string} commit the one that was checked out
 * @property {string} hash over all that decides on the drill: the same in commits that differ elsewhere
 */

/**
 * @param {string} [root] of the checkout
 * @returns {Promise<Code | undefined>} undefined where files are not as in the commit, or outside of a repository
 */
export async function committedCode(root = repository) {
  const git = (/** @type {string[]} */ ...args) => run('git', args, { cwd: root });
  const changed = await git('status', '--porcelain', '--', ...paths);
  const head = await git('rev-parse', 'HEAD');
  const files = await git('ls-files', '--stage', '--', ...paths);
  if (head.code !== 0 || files.code !== 0 || changed.code !== 0 || changed.stdout !== '') return undefined;
  return { commit: head.stdout.trim().slice(0, 12), hash: hashOf([['files', files.stdout]]).slice(0, 16) };
}
