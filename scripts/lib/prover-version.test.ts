import { commitOf, isSameProver, proverVersion } from './prover-version.mjs';
import { repository } from './repository.mjs';
import { run } from './run.mjs';

test('a prover is named by its version and the last commit of its sources', async () => {
  const version = await proverVersion();
  const name = /^0\.\d+\.\d+ at ([0-9a-f]{12})(, changed)? \(sources [0-9a-f]{12}\)$/;
  const commit = name.exec(version)?.[1] ?? version;
  const changes = ['show', '--format=', '--name-only', '-m', commit];
  const { stdout } = await run('git', changes, { cwd: repository });
  expect(stdout).toMatch(/^prover\/(Cargo\.|build\.rs|sources\/|src\/)/m);
});

test('what else decides makes another name of the same sources', async () => {
  const sourcesOf = async (paths: string[]) => (await proverVersion(paths)).split(' (sources ')[1];
  expect(await sourcesOf([])).not.toBe(await sourcesOf(['prover/examples']));
  expect(await sourcesOf(['prover/no-such-folder'])).toBe(await sourcesOf([]));
});

test.each([
  ['0.1.0 at aaaaaaaaaaaa (sources 111111111111)', '0.1.0 at bbbbbbbbbbbb (sources 111111111111)', true],
  ['0.1.0 at aaaaaaaaaaaa (sources 111111111111)', '0.1.0 at aaaaaaaaaaaa (sources 222222222222)', false],
  ['0.1.0 at aaaaaaaaaaaa', '0.1.0 at aaaaaaaaaaaa (sources 111111111111)', true],
  ['0.1.0 at aaaaaaaaaaaa, changed', '0.1.0 at aaaaaaaaaaaa (sources 111111111111)', false],
  ['0.1.0 at aaaaaaaaaaaa', '0.1.0 at bbbbbbbbbbbb (sources 111111111111)', false],
  ['0.1.0 at aaaaaaaaaaaa', '0.1.0 at aaaaaaaaaaaa', true],
])('%s and %s are one prover: %s', (one, other, same) => {
  expect([isSameProver(one, other), isSameProver(other, one)]).toEqual([same, same]);
});

test('what was never committed is of no commit', async () => {
  expect(await commitOf(['no-such-folder'])).toBe('of no commit');
});
