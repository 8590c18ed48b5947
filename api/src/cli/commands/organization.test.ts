import { askGraphql } from '../../test/graphql-caller.js';
import { runCairnApi } from '../../test/run-cairn-api.js';
import { ServerProcess } from '../../test/server-process.js';
import { tempFolder } from '../../test/temp-folder.js';

const REGISTER = 'mutation ($i: RegisterInput!) { register(input: $i) { basicToken { token } } }';

it('is seen, suspended, restored and bounded beside a server that runs', async () => {
  await using folder = await tempFolder();
  await using server = ServerProcess.start(folder.path);
  const url = await server.url();
  const run = (...args: string[]) => runCairnApi(folder.path, args);
  const i = { username: 'ada', password: 'correct horse', name: 'Ada', description: '' };
  const { data } = await askGraphql(url, REGISTER, { i });
  const { token } = (data as { register: { basicToken: { token: string } } }).register.basicToken;
  const me = async () => (await askGraphql(url, '{ me { name } }', {}, { token })).data;
  expect(await me()).toEqual({ me: { name: 'Ada' } });

  const listed = JSON.parse((await run('organization', 'list', '--json')).stdout);
  expect(listed.organizations).toMatchObject([
    {
      username: 'ada',
      suspendedAt: null,
      storedBytes: 0,
      storageQuota: 107374182400,
      executionQuota: 107374182400,
      groupQuota: 10000000,
    },
  ]);
  const asked = await run('organization', 'suspend', 'ada');
  expect([asked.code, asked.stdout]).toEqual([2, '']);
  expect(asked.stderr).toBe(
    'cairn-api: Suspend ada, and end its sessions? Nobody can be asked here. Say --yes if you mean it.\n',
  );
  expect(await me()).toEqual({ me: { name: 'Ada' } });
  const suspended = await run('organization', 'suspend', 'ADA', '--reason', 'Spam', '--yes', '--json');
  expect(JSON.parse(suspended.stdout)).toMatchObject({ sessionsEnded: 1 });
  expect(await me()).toEqual({ me: null });
  expect((await run('organization', 'show', 'ada')).stdout).toMatch(
    /ada: .*; suspended since .* \(Spam\)\n$/,
  );
  const restored = await run('organization', 'restore', 'ada', '--json');
  expect(JSON.parse(restored.stdout)).toMatchObject({ wasSuspended: true });

  const quota = await run(
    'organization',
    'quota',
    'ada',
    '--storage',
    '2GiB',
    '--executions',
    '3GiB',
    '--groups',
    'unlimited',
    '--json',
  );
  expect(JSON.parse(quota.stdout)).toMatchObject({
    storageQuota: 2147483648,
    executionQuota: 3221225472,
    groupQuota: null,
  });
  for (const [args, message] of [
    [['quota', 'ada'], 'Say --storage, --executions, --groups, or several'],
    [['quota', 'ada', '--storage', '2GB'], 'Expected a whole number such as 500MiB'],
    [['quota', 'ada', '--groups', '2GiB'], 'Expected a whole number such as 10000'],
    [['show', 'eve'], 'No organization has the id or user name "eve"'],
  ] as const) {
    const { code, stderr } = await run('organization', ...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  }

  expect((await run('registration', 'close')).stdout).toBe('Registration is closed.\n');
  const refused = await askGraphql(url, REGISTER, { i: { ...i, username: 'eve' } });
  expect(refused.errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  expect((await run('registration', 'open')).code).toBe(0);
  expect((await askGraphql(url, REGISTER, { i: { ...i, username: 'eve' } })).errors).toEqual([]);
}, 120_000);
