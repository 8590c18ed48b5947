import { DomainError, REASON_RULE, validateText } from '@cairn/shared-schema';
import type { EntityManager } from '@mikro-orm/sql';
import { reservationOperation } from '../access/guarded-operation.js';
import type { OperationContext } from '../context/operation-context.js';
import { inTransaction } from '../database/in-transaction.js';
import { groupFreed } from '../events/group-changed.js';
import { endLease } from '../reservation/end-lease.js';
import { FailureReport } from '../reservation/failure-report.entity.js';
import { requireLive } from '../reservation/not-live.js';
import { recordReport } from '../reservation/record-report.js';
import { reread } from '../reservation/reread-reservation.js';
import type { Reservation } from '../reservation/reservation.entity.js';
import { dropFile } from '../storage/drop-files.js';
import { Execution } from './execution.entity.js';
import { isBroken } from './is-broken.js';
import { queueChecks } from './queue-check.js';
import { removeExecution } from './remove-execution.js';

/** So many different donors must agree before an execution is thrown away. */
const DONORS_TO_DISCARD = 2;

/** What a donor found out about another donor's execution. */
export interface BadExecution {
  token: string;
  message?: string | null;
}

/**
 * Ends a PROVE reservation because the execution that came with it cannot be proven. After the first report the
 * execution is quarantined: other donors may still try it, knowing of the report, but not the one who reported it. The
 * second donor's report discards it, and so does the server's own look at the file, and soon afterwards its replay
 * ({@link checkReported}): the group is AVAILABLE again, for the reporters too. One that the server has discarded before is
 * not reported any more; the reservation ends all the same.
 * @throws DomainError INVALID_STATE for another kind of work; RESERVATION_EXPIRED, SUPERSEDED or INVALID_STATE when the
 * reservation is no longer live; INVALID_REQUEST for the message.
 */
export const reportBadExecution = reservationOperation(
  'reportBadExecution',
  async (ctx, reservation, { message }: BadExecution): Promise<Reservation> => {
    const text = message == null || message === '' ? null : validateText(message, 'message', REASON_RULE);
    requireLive(reservation, await ctx.clock.now(ctx.em));
    const execution = await ctx.em.findOne(Execution, { inputGroup: reservation.inputGroup.id });
    if (reservation.kind !== 'PROVE') throw nothingToReport(reservation);
    if (execution === null) return endWithout(ctx, reservation);
    const broken = await isBroken(ctx, reservation.inputGroup, execution);
    const now = await ctx.clock.now(ctx.em);
    const discarded = await inTransaction(ctx, async (em) => {
      await recordReport(em, reservation, { code: 'BAD_EXECUTION', counts: false, message: text, now });
      if (await quarantine(em, reservation, broken, now)) return false;
      return removeExecution(em, execution, ctx.config.limits);
    });
    if (discarded) await dropFile(ctx, execution.sha256);
    ctx.events.changed('reservation', reservation.id);
    groupFreed(ctx.events, reservation.inputGroup.id);
    return reread(ctx, reservation);
  },
);

/** The server has found out first, and has discarded it. */
async function endWithout(ctx: OperationContext, reservation: Reservation): Promise<Reservation> {
  const now = await ctx.clock.now(ctx.em);
  const end = { event: 'DISCARD', state: 'FAILED', executed: false, now } as const;
  await inTransaction(ctx, (em) => endLease(em, reservation, end));
  ctx.events.changed('reservation', reservation.id);
  groupFreed(ctx.events, reservation.inputGroup.id);
  return reread(ctx, reservation);
}

/**
 * Ends the lease, and leaves the execution there unless it is broken or enough donors say so; returns whether it stays. One that the
 * server has removed meanwhile was counted and dropped by who removed it.
 */
async function quarantine(
  em: EntityManager,
  reservation: Reservation,
  broken: boolean,
  now: Date,
): Promise<boolean> {
  const inputGroup = reservation.inputGroup.id;
  const donors = await em.count(FailureReport, { inputGroup, code: 'BAD_EXECUTION' });
  if (broken || donors >= DONORS_TO_DISCARD) {
    await endLease(em, reservation, { event: 'DISCARD', state: 'FAILED', executed: false, now });
    return false;
  }
  await endLease(em, reservation, { event: 'QUARANTINE', state: 'FAILED', now });
  // Counted while the group is locked.
  if ((await em.count(Execution, { inputGroup })) === 0) return false;
  await em.nativeUpdate(Execution, { inputGroup, reportedAt: null }, { reportedAt: now });
  await queueChecks(em, [inputGroup], now);
  return true;
}

function nothingToReport({ kind }: Reservation): DomainError {
  return new DomainError(
    'INVALID_STATE',
    `A reservation to ${kind} comes with no execution of another donor.`,
    {
      help: 'Use reportFailure for work that cannot be done, or releaseReservation.',
      details: { found: kind, expected: 'PROVE' },
    },
  );
}
