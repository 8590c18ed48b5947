import { runOrg } from '../test/run-org.js';
import { startLab } from '../test/with-api.js';

test('the password is changed, which ends every other session and no other', async () => {
  await using lab = await startLab();
  const env = { CAIRN_ORG_DIR: lab.dataDir, PROGRAM_DISTRIBUTOR_URL: lab.url };
  const org = (args: string[], current: string, next?: string) =>
    runOrg(args, {
      env: {
        ...env,
        CAIRN_PASSWORD: current,
        ...(next === undefined ? {} : { CAIRN_NEW_PASSWORD: next }),
      },
    });
  expect(await org(['password'], 'correct horse battery')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('CAIRN_NEW_PASSWORD in the environment'),
  });
  expect((await org(['password'], 'not the one', 'another password')).code).toBe(2);
  const changed = await org(['password', '--json'], 'correct horse battery', 'another password');
  expect(changed.records).toEqual([{ passwordChanged: true, endedSessions: 0 }]);
  expect((await org(['programs'], 'another password')).code).toBe(0);
  expect((await org(['login', '--username', 'lab'], 'correct horse battery')).code).toBe(2);
  expect((await org(['login', '--username', 'lab'], 'another password')).code).toBe(0);
});
