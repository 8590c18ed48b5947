import { commitOf, proverVersion } from './prover-version.mjs';
import { repository } from './repository.mjs';
import { run } from './run.mjs';

test('a prover is named by its version and the last commit of its sources', async () => {
  const version = await proverVersion();
  const commit = /^0\.\d+\.\d+ at ([0-9a-f]{12})(, changed)?$/.exec(version)?.[1] ?? version;
  const changes = ['show', '--format=', '--name-only', '-m', commit];
  const { stdout } = await run('git', changes, { cwd: repository });
  expect(stdout).toMatch(/^prover\/(Cargo\.|build\.rs|sources\/|src\/)/m);
});

test('what was never committed is of no commit', async () => {
  expect(await commitOf(['no-such-folder'])).toBe('of no commit');
});
