import { REASON_RULE, validateText } from '@cairn/shared-schema';
import type { EntityManager } from '@mikro-orm/sql';
import { reservationOperation } from '../access/guarded-operation.js';
import { inTransaction } from '../database/in-transaction.js';
import { groupFreed } from '../events/group-changed.js';
import { executionToRemake, remakeExecution } from '../execution/remake-execution.js';
import { dropFile } from '../storage/drop-files.js';
import { queueDeliveries } from '../webhook/queue-deliveries.js';
import { endLease } from './end-lease.js';
import { FailureReport } from './failure-report.entity.js';
import { requireLive } from './not-live.js';
import { recordReport } from './record-report.js';
import { reread } from './reread-reservation.js';
import type { Reservation } from './reservation.entity.js';
import type { FailureCode } from './reservation.enums.js';

/** So many different donors must agree before a group is given up. */
const DONORS_TO_GIVE_UP = 3;

/** These say something of the donor's machine, not of the program: they never give a group up. */
const OWN_LIMITS: ReadonlySet<FailureCode> = new Set(['TIME_LIMIT', 'MEMORY_LIMIT']);

interface Report {
  token: string;
  code: FailureCode;
  message?: string | null;
}

/**
 * Ends a reservation because the work cannot be done. The third donor's report makes the group FAILED; before that it
 * is free again, but not for those who have reported it. Donors are told apart by their network (see `donorNetwork`),
 * each counts once for a group. The third donor who lacks the memory to prove an execution has it made anew, once.
 * @throws DomainError RESERVATION_EXPIRED, SUPERSEDED or INVALID_STATE when the reservation is no longer live.
 */
export const reportFailure = reservationOperation(
  'reportFailure',
  async (ctx, reservation, { code, message }: Report) => {
    const text = message == null || message === '' ? null : validateText(message, 'message', REASON_RULE);
    const now = await ctx.clock.now(ctx.em);
    requireLive(reservation, now);
    const removed = await inTransaction(ctx, async (em) => {
      await recordReport(em, reservation, { code, counts: !OWN_LIMITS.has(code), message: text, now });
      const toRemake = code === 'MEMORY_LIMIT' ? await executionToRemake(em, reservation) : undefined;
      if (toRemake === undefined) {
        await endByFailure(em, reservation, now);
        return undefined;
      }
      const isRemade = await remakeExecution(em, reservation, toRemake, now, ctx.config.limits);
      return isRemade ? toRemake : undefined;
    });
    if (removed !== undefined) await dropFile(ctx, removed.sha256);
    ctx.events.changed('reservation', reservation.id);
    groupFreed(ctx.events, reservation.inputGroup.id);
    return reread(ctx, reservation);
  },
);

async function endByFailure(em: EntityManager, reservation: Reservation, now: Date): Promise<void> {
  const inputGroup = reservation.inputGroup.id;
  const donors = await em.count(FailureReport, { inputGroup, counts: true });
  const event = donors >= DONORS_TO_GIVE_UP ? 'GIVE_UP' : 'REPORT_FAILURE';
  await endLease(em, reservation, { event, state: 'FAILED', now });
  if (event !== 'GIVE_UP') return;
  const { id: programId, organization } = reservation.inputGroup.program;
  const news = { organizationId: organization.id, programId, inputGroupId: inputGroup };
  await queueDeliveries(em, [news], now);
}
