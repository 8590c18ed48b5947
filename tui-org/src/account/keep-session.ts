import type { Workplace } from '../cli/workplace.js';
import { checkSession, type Session } from './session.js';

/**
 * Keeps a session that the server has just begun.
 * @throws UnexpectedAnswerError for an answer that is none; then nothing is kept
 */
export async function keepSession(
  { sessions, server }: Pick<Workplace, 'sessions' | 'server'>,
  username: string,
  begun: Omit<Session, 'username'>,
): Promise<Session> {
  const session = checkSession({ ...begun, username }, server.address.url);
  await sessions.write(session);
  return session;
}
