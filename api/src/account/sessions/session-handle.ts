import { createHash } from 'node:crypto';

/**
 * What a session is called where it is listed. Its id is not shown: whoever knows that can end the session by `logout`,
 * which asks for nothing else.
 * @param sessionId - id of the session's refresh token.
 * @returns 16 hex digits, the same for as long as the session lasts.
 */
export function sessionHandle(sessionId: string): string {
  return createHash('sha256').update(`cairn session\n${sessionId}`).digest('hex').slice(0, 16);
}
