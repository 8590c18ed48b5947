import type { EntityManager } from '@mikro-orm/sql';
import { InputGroup } from '../../input-group/input-group.entity.js';
import { hashSecret } from '../../secrets/hash-secret.js';
import { Reservation } from '../reservation.entity.js';
import { reservationToken } from '../reservation-token.js';
import type { Claim } from './claim.js';
import type { Taken } from './taken.js';

/** Writes the reservations of groups that were taken. Returns each with its token and its group as it is now. */
export async function writeReservations(
  em: EntityManager,
  secret: string,
  taken: readonly Taken[],
  now: Date,
): Promise<Map<Claim, Reservation>> {
  const rows = taken.map((one) => ({ ...one, ...reservationOf(one, secret, now) }));
  await em.insertMany(
    Reservation,
    rows.map(({ facts, candidate }) => ({ ...facts, inputGroup: candidate.id })),
  );
  const groups = await em.find(InputGroup, { id: { $in: taken.map(({ candidate }) => candidate.id) } });
  const byId = new Map(groups.map((group) => [group.id, group]));
  return new Map(
    rows.map(({ claim, facts, token, candidate }) => {
      const inputGroup = byId.get(candidate.id);
      return [claim, Object.assign(new Reservation(), facts, { token, inputGroup })];
    }),
  );
}

function reservationOf({ claim, candidate, reservationId, expiresAt }: Taken, secret: string, now: Date) {
  const token = reservationToken(secret, reservationId, claim.clientKey);
  const facts = {
    id: reservationId,
    kind: claim.kind,
    state: 'LIVE',
    version: 1,
    fencingNumber: candidate.fencingNumber,
    tokenHash: hashSecret(token),
    clientKeyHash: claim.clientKeyHash,
    requested: claim.requested,
    addressHash: claim.addressHash,
    leaseSeconds: candidate.program.leaseSeconds,
    expiresAt,
    createdAt: now,
    endedAt: null,
  } as const;
  return { token, facts };
}
