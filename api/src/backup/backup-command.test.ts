import { join } from 'node:path';
import { askGraphql } from '../test/graphql-caller.js';
import { runCairnApi } from '../test/run-cairn-api.js';
import { ServerProcess } from '../test/server-process.js';
import { tempFolder } from '../test/temp-folder.js';

it('is taken from a server that runs, and another goes on from it with the same tokens', async () => {
  await using folder = await tempFolder();
  const [first, second, backup] = ['first', 'second', 'backup'].map((name) => join(folder.path, name));
  await using server = ServerProcess.start(first ?? '');
  const register = 'mutation ($i: RegisterInput!) { register(input: $i) { basicToken { token } } }';
  const i = { username: 'ada', password: 'correct horse', name: 'Ada', description: '' };
  const { data } = await askGraphql(await server.url(), register, { i });
  const { token } = (data as { register: { basicToken: { token: string } } }).register.basicToken;
  const taken = await runCairnApi(first ?? '', ['backup', backup ?? '', '--json']);
  expect([taken.code, taken.stderr, JSON.parse(taken.stdout).files]).toEqual([0, '', 0]);
  const again = await runCairnApi(first ?? '', ['backup', backup ?? '']);
  expect([again.code, again.stderr]).toEqual([2, expect.stringContaining('is not empty')]);
  const put = await runCairnApi(second ?? '', ['restore', backup ?? '']);
  expect([put.code, put.stderr, put.stdout]).toEqual([
    0,
    '',
    expect.stringMatching(/^Restored the backup of /),
  ]);
  await using other = ServerProcess.start(second ?? '');
  expect((await askGraphql(await other.url(), '{ me { name } }', {}, { token })).data).toEqual({
    me: { name: 'Ada' },
  });
}, 60_000);
