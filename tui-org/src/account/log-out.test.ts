import { openTestWorkplace } from '../test/open-test-workplace.js';
import { startLab } from '../test/with-api.js';
import { logIn } from './log-in.js';
import { logOut } from './log-out.js';

const PASSWORD = 'correct horse battery';

test('ends the session at the server: a copy of it is of no use', async () => {
  await using lab = await startLab();
  const { place } = await openTestWorkplace(lab.dataDir, { url: lab.url });
  const copy = await logIn(place, 'lab', PASSWORD);
  expect(await logOut(place)).toEqual({ forgotten: true, validUntil: null });
  await place.sessions.write({
    ...copy,
    basicToken: { ...copy.basicToken, expiresAt: '2000-01-01T00:00:00Z' },
  });
  await expect(place.server.session()).rejects.toMatchObject({ code: 'SESSION_EXPIRED' });
  expect(await logOut(place)).toEqual({ forgotten: true, validUntil: copy.refreshToken.expiresAt });
  expect(await logOut(place)).toEqual({ forgotten: false, validUntil: null });
});
