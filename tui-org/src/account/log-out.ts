import { LogoutDocument } from '@cairn/shared-schema/org';
import { isRefusal } from '@cairn/tui-kit';
import type { Workplace } from '../cli/workplace.js';
import type { Session } from './session.js';

/** What came of logging out. */
export interface LoggedOut {
  /** Whether there was a session here. */
  readonly forgotten: boolean;
  /** Until when a copy of the session can be used: the server could not be told to end it. Null when it is ended. */
  readonly validUntil: string | null;
}

/**
 * Ends a session at the server, if that can be reached, and forgets it here in any case.
 * @param own the session that is meant; the one that is kept here when left out. Where another one was begun here
 * meanwhile, by whatever account, that one stays
 */
export async function logOut(
  { sessions, server }: Pick<Workplace, 'sessions' | 'server'>,
  own?: Session,
): Promise<LoggedOut> {
  const kept = await sessions.read().catch(() => undefined);
  const session = own ?? kept;
  if (session === undefined) return { forgotten: await sessions.forget(), validUntil: null };
  const { id: refreshTokenId, expiresAt } = session.refreshToken;
  const isEnded = await server.anonymous
    .request(LogoutDocument, { refreshTokenId })
    .then(() => true)
    // One that was ended from elsewhere is ended.
    .catch((error: unknown) => isRefusal(error, 'REFRESH_TOKEN_NOT_FOUND'));
  const isAnother = kept !== undefined && kept.refreshToken.id !== refreshTokenId;
  return { forgotten: !isAnother && (await sessions.forget()), validUntil: isEnded ? null : expiresAt };
}
