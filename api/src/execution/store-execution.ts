import type { EntityManager } from '@mikro-orm/sql';
import type { Config } from '../config/config.js';
import { newId } from '../database/new-id.js';
import type { StoredFile } from '../files/file-store.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { statesAllowing } from '../input-group/transitions.js';
import { changeUsage } from '../quota/change-usage.js';
import { endLease, whyNotLive } from '../reservation/end-lease.js';
import { nextVersion } from '../reservation/next-version.js';
import { Reservation } from '../reservation/reservation.entity.js';
import { Execution } from './execution.entity.js';

/** Writes a checked execution down, inside the caller's transaction; it replaces an earlier one. */
export async function storeExecution(
  em: EntityManager,
  reservation: Reservation,
  file: StoredFile & { steps: number },
  now: Date,
  limits: Config['limits'],
): Promise<void> {
  if (reservation.kind === 'EXECUTE') {
    await endLease(em, reservation, { event: 'SUBMIT_EXECUTION', state: 'COMPLETED', executed: true, now });
  } else {
    await keepCheckpoint(em, reservation, now);
  }
  const inputGroup = reservation.inputGroup.id;
  const before = await em.findOne(Execution, { inputGroup });
  const { organization } = reservation.inputGroup.program;
  const executionBytes = file.size - (before?.size ?? 0);
  await changeUsage(em, organization.id, { executionBytes }, limits);
  await em.nativeDelete(Execution, { inputGroup });
  const { steps, size, sha256 } = file;
  await em.insert(Execution, {
    id: newId(now),
    inputGroup,
    steps,
    size,
    sha256,
    createdAt: now,
    reportedAt: null,
  });
}

/** The lease goes on; should it end without a proof, the group is EXECUTED. */
async function keepCheckpoint(em: EntityManager, reservation: Reservation, now: Date): Promise<void> {
  const { id, inputGroup, fencingNumber } = reservation;
  const kept = await em.nativeUpdate(
    InputGroup,
    { id: inputGroup.id, state: { $in: statesAllowing('CHECKPOINT') }, fencingNumber },
    { executed: true },
  );
  const live = await em.nativeUpdate(
    Reservation,
    { id, state: 'LIVE', expiresAt: { $gt: now } },
    nextVersion(),
  );
  if (kept !== 1 || live !== 1) throw await whyNotLive(em, reservation, now);
}
