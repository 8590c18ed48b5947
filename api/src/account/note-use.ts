import type { OperationContext } from '../context/operation-context.js';
import { RefreshToken } from './refresh-token.entity.js';

/** A use is written down no more often than that: reads would be writes otherwise. */
const NOTED_EVERY_MS = 60_000;

/** Whether it is to be written down that a session or an API token is used now. */
export function isNoteDue({ lastUsedAt }: { lastUsedAt: Date | null }, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= NOTED_EVERY_MS;
}

/** Writes down that a session is used now, to the minute. */
export async function noteSessionUse(ctx: OperationContext, session: RefreshToken, now: Date): Promise<void> {
  const { id } = session;
  if (isNoteDue(session, now)) await ctx.em.nativeUpdate(RefreshToken, { id }, { lastUsedAt: now });
}
