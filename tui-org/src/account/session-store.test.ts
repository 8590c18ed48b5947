import { chmod, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import type { Session } from './session.js';
import { sessionStore } from './session-store.js';

const token = { id: 't', token: 'secret', expiresAt: '2030-01-01T00:00:00Z' };
const session: Session = {
  username: 'lab',
  organization: { id: 'o', name: 'Lab' },
  basicToken: token,
  refreshToken: token,
};

test('keeps a session in a file that only the user can read, also over one that others could', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'session.json');
  const store = sessionStore(folder.path);
  await writeFile(path, '');
  await chmod(path, 0o644);
  await store.write(session);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await store.read()).toEqual(session);
});

test('forgets it, and says whether there was one', async () => {
  await using folder = await temporaryFolder();
  const store = sessionStore(folder.path);
  await store.write(session);
  expect(await store.forget()).toBe(true);
  expect(await store.read()).toBeUndefined();
  expect(await store.forget()).toBe(false);
});

test.each(['not json', '{"username":"lab"}'])(
  'says what to do with a file that was altered: %s',
  async (text) => {
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, 'session.json'), text);
    await expect(sessionStore(folder.path).read()).rejects.toMatchObject({
      code: 'LOCAL_FILE_DAMAGED',
      message: expect.stringContaining('session.json'),
    });
  },
);
