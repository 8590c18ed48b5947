import { temporaryFolder } from '@cairn/tui-kit/test';
import { openTestWorkplace } from '../test/open-test-workplace.js';
import { keepSession } from './keep-session.js';
import type { Session } from './session.js';

const token = { id: 't', token: 'secret', expiresAt: '2030-01-01T00:00:00Z' };
const begun = { organization: { id: 'o', name: 'Lab' }, basicToken: token, refreshToken: token };

test('keeps the session that the server began', async () => {
  await using folder = await temporaryFolder();
  const { place } = await openTestWorkplace(folder.path);
  await keepSession(place, 'lab', begun);
  expect(await place.sessions.read()).toEqual({ username: 'lab', ...begun });
});

test.each([
  ['organization', '{}'],
  ['organization', 'null'],
  ['organization.name', JSON.stringify({ ...begun, organization: { id: 'o', name: ['Lab'] } })],
  ['refreshToken.expiresAt', JSON.stringify({ ...begun, refreshToken: { ...token, expiresAt: 7 } })],
])('keeps nothing of an answer whose %s is wrong', async (field, answer) => {
  await using folder = await temporaryFolder();
  const { place } = await openTestWorkplace(folder.path);
  const wrong: Omit<Session, 'username'> = JSON.parse(answer);
  await expect(keepSession(place, 'lab', wrong)).rejects.toMatchObject({
    name: 'UnexpectedAnswerError',
    message: expect.stringContaining(` answered with a session whose ${field} is not `),
  });
  expect(await place.sessions.read()).toBeUndefined();
});
