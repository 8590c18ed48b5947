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
  expect(await logOut(place)).toEqual({ forgotten: true, validUntil: null });
  expect(await logOut(place)).toEqual({ forgotten: false, validUntil: null });
});

test('leaves the session of another account alone that was logged in meanwhile', async () => {
  await using lab = await startLab();
  const { place } = await openTestWorkplace(lab.dataDir, { url: lab.url });
  const own = await logIn(place, 'lab', PASSWORD);
  await lab.org('register', '--username', 'other', '--name', 'Other');
  expect(await logOut(place, own)).toEqual({ forgotten: false, validUntil: null });
  expect(await place.sessions.read()).toMatchObject({ username: 'other' });
  expect(await lab.org('proofs')).toMatchObject({ code: 0 });
  expect(await logOut(place, own)).toEqual({ forgotten: false, validUntil: null });
});
