import { answeringServer, temporaryFolder } from '@cairn/tui-kit/test';
import { lockDataDir } from '../store/lock-data-dir.js';
import { DonorProcess } from '../test/donor-process.js';
import { nobody } from '../test/nobody.js';

async function fail(exitCode: number, args: string[], env: Record<string, string> = {}) {
  const donor = new DonorProcess(['run', ...args], env);
  await donor.end(exitCode);
  return donor.stderr;
}

test('says what to do when the server is not there', async () => {
  await using folder = await temporaryFolder();
  const server = await nobody();
  expect(await fail(69, ['--json', '--server', server, '--data-dir', folder.path])).toBe(
    `error: cannot reach the server at ${server} (connection refused)\n` +
      'expected: a Cairn server that listens there\n' +
      'do this: Is the server running? Start one with `npm start`, or name another with --server URL\n',
  );
});

test('says so when something else answers', async () => {
  await using folder = await temporaryFolder();
  await using other = await answeringServer((_, response) => void response.end('<html>hello</html>'));
  const stderr = await fail(4, ['--json', '--server', other.url, '--data-dir', folder.path]);
  expect(stderr).toContain('expected: the answer of a Cairn server');
});

test('lets only one donor into a folder', async () => {
  await using folder = await temporaryFolder();
  const unlock = lockDataDir(folder.path);
  const stderr = await fail(2, ['--json', '--server', await nobody(), '--data-dir', folder.path]);
  unlock();
  expect(stderr).toContain(
    `error: another cairn-donor (process ${process.pid}) is working in ${folder.path}`,
  );
  expect(stderr).toContain('--data-dir DIR');
});

test.each([
  [['--cpus', '1000'], {}, '--cpus is "1000"'],
  [['--cpus', '0,5'], {}, 'do this: write the decimals with a point: 0.5'],
  [[], { EXECUTOR_CPUS: '0' }, 'EXECUTOR_CPUS is "0"'],
  [['--data-dir', '/dev/null/donor'], {}, 'expected: a folder that this user may write to'],
  [['--mode', 'fast'], {}, 'expected: auto, full, execute, prove'],
  [['--max-memory', 'much'], {}, '--max-memory is "much"'],
  [['--server', 'localhost'], {}, 'expected: an address like http://127.0.0.1:8080'],
  [[], { PROGRAM_DISTRIBUTOR_URL: 'ftp://x' }, 'the server\'s address is "ftp://x"'],
])('explains %j with %j', async (flags, env, message) => {
  const stderr = await fail(2, ['--json', ...flags], env);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain('    at ');
});
