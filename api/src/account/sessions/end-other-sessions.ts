import type { EntityManager } from '@mikro-orm/sql';
import { RefreshToken } from '../refresh-token.entity.js';

/** Ends every session of an account but one, with all their tokens. Returns how many held until now. */
export function endOtherSessions(
  em: EntityManager,
  organization: string,
  { but, now }: { but: string; now: Date },
): Promise<number> {
  return em.nativeDelete(RefreshToken, { organization, id: { $ne: but }, expiresAt: { $gt: now } });
}
