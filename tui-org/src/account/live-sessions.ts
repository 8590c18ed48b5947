import {
  type LiveSessionFactsFragment,
  LiveSessionsDocument,
  RevokeOtherSessionsDocument,
  RevokeSessionDocument,
} from '@cairn/shared-schema/org';
import type { OrgServer } from './org-server.js';

/** The account's sessions that hold, here and elsewhere, the last begun first. */
export async function listSessions(server: OrgServer): Promise<LiveSessionFactsFragment[]> {
  return (await server.call((api) => api.request(LiveSessionsDocument, {}))).sessions;
}

/** Ends a session at once. @throws ServerRefusedError INVALID_REQUEST where the account has none of this id */
export async function revokeSession(server: OrgServer, id: string): Promise<void> {
  await server.call((api) => api.request(RevokeSessionDocument, { id }));
}

/** Ends every session but the one here. @returns how many */
export async function revokeOtherSessions(server: OrgServer): Promise<number> {
  return (await server.call((api) => api.request(RevokeOtherSessionsDocument, {}))).revokeOtherSessions;
}

/** From where a session was begun, as far as the server tells: it keeps no addresses. */
export function networkName({ sameNetwork }: Pick<LiveSessionFactsFragment, 'sameNetwork'>): string {
  if (sameNetwork === null) return 'not known';
  return sameNetwork ? 'this one' : 'another';
}
