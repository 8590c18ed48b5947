import type { EntityManager } from '@mikro-orm/sql';
import { newId } from '../database/new-id.js';
import { FailureReport } from './failure-report.entity.js';
import type { Reservation } from './reservation.entity.js';
import type { ReportCode } from './reservation.enums.js';

/** What a donor reports of the group that it has reserved. */
export interface DonorReport {
  readonly code: ReportCode;
  /** Whether it says something of the program rather than of the donor's own limits or of an execution. */
  readonly counts: boolean;
  readonly message: string | null;
  readonly now: Date;
}

/** Writes a report down. The donor is the one who reserved: a token that is passed around does not make new donors. */
export async function recordReport(
  em: EntityManager,
  { addressHash, inputGroup }: Reservation,
  { code, counts, message, now }: DonorReport,
): Promise<void> {
  const facts = { code, message, createdAt: now };
  // A later report of the same donor may make an earlier one count, never the other way round.
  const known = await em.nativeUpdate(
    FailureReport,
    { inputGroup: inputGroup.id, addressHash, ...(counts ? {} : { counts: false }) },
    { ...facts, counts },
  );
  if (known > 0 || (await em.count(FailureReport, { inputGroup: inputGroup.id, addressHash })) > 0) return;
  await em.insert(FailureReport, {
    id: newId(now),
    inputGroup: inputGroup.id,
    program: inputGroup.program.id,
    addressHash,
    counts,
    ...facts,
  });
}
