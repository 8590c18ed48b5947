import { LoginDocument } from '@cairn/shared-schema/org';
import type { Workplace } from '../cli/workplace.js';
import { keepSession } from './keep-session.js';
import type { Session } from './session.js';

/** Begins a session and keeps it. @throws ServerRefusedError WRONG_CREDENTIALS, and what the way to the server throws */
export async function logIn(
  place: Pick<Workplace, 'sessions' | 'server'>,
  username: string,
  password: string,
): Promise<Session> {
  const answer = await place.server.anonymous.request(LoginDocument, { input: { username, password } });
  return keepSession(place, username, answer.login);
}
