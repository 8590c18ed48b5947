import { RegisterDocument, type RegisterInput } from '@cairn/shared-schema/org';
import type { Workplace } from '../cli/workplace.js';
import { keepSession } from './keep-session.js';
import type { Session } from './session.js';

/** Makes an account, begins its session and keeps it. @throws ServerRefusedError, and what the way to the server throws */
export async function registerAccount(
  place: Pick<Workplace, 'sessions' | 'server'>,
  input: RegisterInput,
): Promise<Session> {
  const answer = await place.server.anonymous.request(RegisterDocument, { input });
  return keepSession(place, input.username, answer.register);
}
