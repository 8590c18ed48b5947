import { LogoutDocument } from '@cairn/shared-schema/org';
import type { Workplace } from '../cli/workplace.js';

/** What came of logging out. */
export interface LoggedOut {
  /** Whether there was a session here. */
  readonly forgotten: boolean;
  /** Until when a copy of the session can be used: the server could not be told to end it. Null when it is ended. */
  readonly validUntil: string | null;
}

/** Ends the session at the server, if that can be reached, and forgets it here in any case. */
export async function logOut({
  sessions,
  server,
}: Pick<Workplace, 'sessions' | 'server'>): Promise<LoggedOut> {
  const session = await sessions.read().catch(() => undefined);
  if (session === undefined) return { forgotten: await sessions.forget(), validUntil: null };
  const { id: refreshTokenId, expiresAt } = session.refreshToken;
  const isEnded = await server.anonymous
    .request(LogoutDocument, { refreshTokenId })
    .then(() => true)
    .catch(() => false);
  return { forgotten: await sessions.forget(), validUntil: isEnded ? null : expiresAt };
}
