import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { createContext } from '../context/create-context.js';
import type { OperationContext } from '../context/operation-context.js';
import { releaseReservation } from '../reservation/release-reservation.js';
import type { Reservation } from '../reservation/reservation.entity.js';
import { reserveInputGroup } from '../reservation/reserve-input-group.js';
import type { RestRequest } from './rest-route.js';

/**
 * Reserves an input group for a caller that only does a GET: one that breaks off before the whole answer has been sent
 * does not know its token, and the group is given back.
 */
export async function reserveOverRest<Answer>(
  ctx: OperationContext,
  programId: string,
  onBrokenOff: RestRequest['onBrokenOff'],
  use: (reservation: Reservation) => Promise<Answer>,
): Promise<Answer> {
  const clientKey = randomBytes(32).toString('base64url');
  const reservation = await reserveInputGroup(ctx, { programId, kind: 'EXECUTE_AND_PROVE', clientKey });
  const release = async () => {
    await releaseReservation(createContext(ctx, ctx.caller, ctx.log), { token: tokenOf(reservation) });
  };
  onBrokenOff(release);
  try {
    return await use(reservation);
  } catch (error) {
    await release().catch((err: unknown) => ctx.log.warn({ err }, 'could not release'));
    throw error;
  }
}

/** The headers in which the answer carries the reservation, for the OpenAPI document. */
export const reservationHeaderFields = z.object({
  'x-input-group-id': z.string().describe('Id of the input group that is now reserved'),
  'x-reservation-token': z.string().describe('Secret of the reservation: whoever shows it is its holder'),
  'x-reservation-expires-at': z.iso.datetime().describe('From then on another donor may take the group'),
});

/** The headers in which the answer carries the reservation. */
export function reservationHeaders(reservation: Reservation): z.infer<typeof reservationHeaderFields> {
  return {
    'x-input-group-id': reservation.inputGroup.id,
    'x-reservation-token': tokenOf(reservation),
    'x-reservation-expires-at': reservation.expiresAt.toISOString(),
  };
}

function tokenOf({ token }: Reservation): string {
  if (token === undefined) throw new Error('A fresh reservation has no token.');
  return token;
}
