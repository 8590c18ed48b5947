import { DomainError } from '@cairn/shared-schema';
import type { EntityManager } from '@mikro-orm/sql';
import type { OperationContext } from '../context/operation-context.js';
import { inTransaction } from '../database/in-transaction.js';
import { newId } from '../database/new-id.js';
import { hashSecret } from '../secrets/hash-secret.js';
import type { Claimed } from './claim/claim.js';
import { claimGroup } from './claim/claim-group.js';
import { lockDonor } from './claim/lock-donor.js';
import { serveProgram } from './claim/serve-program.js';
import { nextVersion } from './next-version.js';
import { requireReservation } from './require-reservation.js';
import { Reservation } from './reservation.entity.js';
import { reservationToken } from './reservation-token.js';
import type { Wanted } from './reserve-input-group.js';

/** What is wanted, and by whom. */
interface Order extends Wanted {
  clientKeyHash: string;
  requested: string;
  addressHash: string;
}

/** Claims a group and writes the reservation down, in one short transaction. */
export async function makeReservation(ctx: OperationContext, order: Order): Promise<Reservation> {
  const now = await ctx.clock.now(ctx.em);
  const id = newId(now);
  const token = reservationToken(ctx.config.secrets.reservation, id, order.clientKey);
  const lapsed = await inTransaction(ctx, async (em) => {
    await lockDonor(em, order.addressHash, now);
    await checkLeases(em, order.addressHash, ctx.config.limits.leasesPerAddress, now);
    const claimed = await claimGroup(em, {
      kind: order.kind,
      programId: order.programId ?? undefined,
      organizationId: order.organizationId ?? undefined,
      addressHash: order.addressHash,
      reservationId: id,
      now,
    });
    if (claimed === undefined) throw nothingToDo(order);
    await serveProgram(em, claimed.programId, now);
    const lapsedIds = await endLapsed(em, claimed.inputGroupId);
    await em.insert(Reservation, reservationRow(id, order, claimed, hashSecret(token), now));
    return lapsedIds;
  });
  for (const reservationId of lapsed) ctx.events.changed('reservation', reservationId);
  ctx.view.renew();
  return requireReservation(ctx, token);
}

function reservationRow(id: string, order: Order, claimed: Claimed, tokenHash: string, now: Date) {
  return {
    id,
    inputGroup: claimed.inputGroupId,
    kind: order.kind,
    state: 'LIVE',
    version: 1,
    fencingNumber: claimed.fencingNumber,
    tokenHash,
    clientKeyHash: order.clientKeyHash,
    requested: order.requested,
    addressHash: order.addressHash,
    expiresAt: claimed.expiresAt,
    createdAt: now,
    endedAt: null,
  } as const;
}

/** Writes down that an earlier holder's deadline has passed: the group was taken because of that. */
async function endLapsed(em: EntityManager, inputGroupId: string): Promise<string[]> {
  const lapsed = await em.find(Reservation, { inputGroup: inputGroupId, state: 'LIVE' });
  for (const { id, expiresAt } of lapsed) {
    await em.nativeUpdate(
      Reservation,
      { id, state: 'LIVE' },
      { state: 'EXPIRED', endedAt: expiresAt, ...nextVersion() },
    );
  }
  return lapsed.map(({ id }) => id);
}

/** Counted while the donor is locked. */
async function checkLeases(em: EntityManager, addressHash: string, most: number, now: Date): Promise<void> {
  const live = await em.count(Reservation, { addressHash, state: 'LIVE', expiresAt: { $gt: now } });
  if (live < most) return;
  throw new DomainError('RATE_LIMITED', `Your address holds ${live} live reservations, the most it may.`, {
    help: 'Finish or release one first.',
    details: { found: String(live), expected: `fewer than ${most}` },
  });
}

function nothingToDo({ kind }: Order): DomainError {
  return new DomainError('INPUT_GROUP_NOT_FOUND', `There is no input group free for ${kind} now.`, {
    help: 'Ask for another kind of work or another program, or try again later.',
  });
}
