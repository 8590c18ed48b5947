import { join } from 'node:path';
import { labAt, startLab } from '../test/with-api.js';

test('sessions are listed, and ended one by one or all others at once', async () => {
  await using lab = await startLab();
  const [second, third] = ['second', 'third'].map((name) => labAt(lab.url, join(lab.folder, name)));
  for (const org of [second, third]) await org?.('login', '--username', 'lab');
  const { records } = await lab.org('sessions', '--json');
  expect(records).toMatchObject([
    { current: false, sameNetwork: true, lastUsedAt: null },
    { current: false },
    { current: true, createdAt: expect.any(String), expiresAt: expect.any(String) },
  ]);
  const shown = (await lab.org('sessions')).stdout;
  expect(shown).toMatch(/^[0-9a-f]{16} +\d{4}-\S+ +never +this one/mu);
  expect(shown).toMatch(/^[0-9a-f]{16} +this one +\d{4}-/mu);

  const ids = records.map(({ id }) => String(id));
  const revoke = ['sessions', 'revoke', ids[0] ?? ''];
  expect(await lab.org(...revoke)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('has to log in again'),
  });
  expect(await third?.('proofs')).toMatchObject({ code: 0 });
  expect(await lab.org(...revoke, '--yes')).toMatchObject({
    code: 0,
    stdout: `The session ${ids[0]} is ended.\n`,
  });
  expect(await third?.('proofs')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('has expired'),
  });
  expect(await lab.org(...revoke, '--yes')).toMatchObject({ code: 2 });

  expect(await lab.org('sessions', 'revoke', '--others')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('End 1 other session?'),
  });
  const others = await lab.org('sessions', 'revoke', '--others', '--yes', '--json');
  expect(others.records).toEqual([{ revokedSessions: 1 }]);
  expect(await second?.('proofs')).toMatchObject({ code: 2 });
  expect(await lab.org('proofs')).toMatchObject({ code: 0 });
  expect(await lab.org('sessions', 'revoke', '--others', '--yes')).toMatchObject({ code: 3 });
});

test('the session that asks is ended by logging out alone, and one or all others have to be named', async () => {
  await using lab = await startLab();
  const [own] = (await lab.org('sessions', '--json')).records;
  expect(await lab.org('sessions', 'revoke', String(own?.id), '--yes')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('cairn-org logout'),
  });
  for (const wrong of [[], ['x', '--others']])
    expect(await lab.org('sessions', 'revoke', ...wrong, '--yes')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('the id of a session, or --others'),
    });
  expect(await lab.org('proofs')).toMatchObject({ code: 0 });
});
