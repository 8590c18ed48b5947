import type { ServerContext } from '../context/operation-context.js';
import { inTransaction } from '../database/in-transaction.js';
import { Reservation } from './reservation.entity.js';
import { ReservationState } from './reservation.enums.js';

/** How long an ended reservation's token and client key are still known, after its deadline. */
export const KEPT_DAYS = 30;

const DAY_MS = 24 * 60 * 60 * 1000;
const AT_ONCE = 500;

/**
 * Forgets reservations that have ended and whose deadline passed a month ago. Until then a token is told how its
 * reservation ended, and a client key reads the same one again; afterwards nobody knows the token, and the key makes a new
 * one. A few rows at a time, found without a lock.
 * @returns how many it forgot.
 */
export async function dropEndedReservations(
  server: Pick<ServerContext, 'database' | 'clock'>,
): Promise<number> {
  const now = await server.clock.now(server.database.em.fork());
  const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
  let dropped = 0;
  for (const state of Object.values(ReservationState))
    if (state !== 'LIVE') dropped += await drop(server, state, before);
  return dropped;
}

async function drop(
  { database }: Pick<ServerContext, 'database'>,
  state: ReservationState,
  before: Date,
): Promise<number> {
  const em = database.em.fork();
  const old = { state, expiresAt: { $lt: before } };
  for (let dropped = 0; ; ) {
    const some = await em.find(Reservation, old, {
      fields: ['id'],
      limit: AT_ONCE,
      disableIdentityMap: true,
    });
    const these = { ...old, id: { $in: some.map(({ id }) => id) } };
    if (some.length > 0)
      dropped += await inTransaction({ database }, (tx) => tx.nativeDelete(Reservation, these));
    if (some.length < AT_ONCE) return dropped;
  }
}
