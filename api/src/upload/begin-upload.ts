import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sql';
import { reservationOperation } from '../access/guarded-operation.js';
import { Organization } from '../account/organization.entity.js';
import type { OperationContext } from '../context/operation-context.js';
import { inTransaction } from '../database/in-transaction.js';
import { newId } from '../database/new-id.js';
import { requireExecutionWanted } from '../execution/require-execution-wanted.js';
import { statesAllowing } from '../input-group/transitions.js';
import { superseded } from '../proof/find-known-proof.js';
import { lockDonors } from '../reservation/claim/lock-donors.js';
import { donorNetwork } from '../reservation/donor-network.js';
import { requireLive } from '../reservation/not-live.js';
import type { Reservation } from '../reservation/reservation.entity.js';
import { isSpent } from './is-spent.js';
import { requireUploadRoom } from './require-upload-room.js';
import { ResumableUpload } from './resumable-upload.entity.js';
import type { UploadKind } from './resumable-upload.enums.js';
import { showUpload } from './show-upload.js';
import { keptUntil } from './upload-times.js';
import { type AnnouncedFile, validateAnnounced } from './validate-announced.js';

/** A file that a donor is going to send. */
export interface UploadToBegin extends AnnouncedFile {
  token: string;
}

/**
 * Begins an upload, or tells how far it is: the same file of the same reservation is the same upload. A reservation has
 * one execution and one proof under way; another file takes the place of the one before.
 * @throws DomainError INVALID_REQUEST, FILE_TOO_LARGE; RESERVATION_EXPIRED, SUPERSEDED, INVALID_STATE when nothing of the
 * kind is wanted, or the quota of executions has no room; RATE_LIMITED when the caller's address has too many.
 */
export const beginUpload = reservationOperation(
  'beginUpload',
  async (ctx, reservation, input: UploadToBegin): Promise<ResumableUpload> => {
    validateAnnounced(input, ctx.config.limits);
    const before = await ctx.em.findOne(ResumableUpload, { reservation: reservation.id, kind: input.kind });
    const now = await ctx.clock.now(ctx.em);
    const spent = before !== null && (await isSpent(ctx.em, before, reservation.inputGroup.id));
    if (before !== null && !spent && isOf(before, input, now)) return showUpload(ctx, before);
    requireWanted(reservation, input.kind, now);
    // Whoever has begun it anew meanwhile has done so with another row.
    if (spent) await ctx.em.nativeDelete(ResumableUpload, { id: before.id, state: 'USED' });
    const { upload, replaced } = await inTransaction(ctx, (em) => begin(ctx, em, reservation, input, now));
    if (replaced !== undefined) ctx.pieceRemovals.later(replaced);
    return showUpload(ctx, upload);
  },
);

function requireWanted(reservation: Reservation, kind: UploadKind, now: Date): void {
  if (kind === 'EXECUTION') {
    requireExecutionWanted(reservation);
    requireLive(reservation, now);
  } else if (!statesAllowing('SUBMIT_PROOF').includes(reservation.inputGroup.state)) {
    throw superseded();
  }
}

/** Makes the row, unless the same request has come twice at once and the other has made it. */
async function begin(
  ctx: OperationContext,
  em: EntityManager,
  reservation: Reservation,
  { kind, size, sha256 }: UploadToBegin,
  now: Date,
): Promise<{ upload: ResumableUpload; replaced?: string }> {
  const addressHash = donorNetwork(ctx.config.secrets.reservation, ctx.caller.address);
  await lockDonors(em, [{ addressHash }], now);
  const { organization: owner } = reservation.inputGroup.program;
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const organization = await em.findOneOrFail(Organization, owner.id, { lockMode });
  const before = await em.findOne(ResumableUpload, { reservation: reservation.id, kind });
  if (before !== null && isOf(before, { kind, size, sha256 }, now)) return { upload: before };
  if (before !== null) await em.nativeDelete(ResumableUpload, before.id);
  await requireUploadRoom(em, organization, { kind, addressHash, size }, ctx.config.limits, now);
  const upload = em.create(ResumableUpload, {
    id: newId(now),
    reservation: reservation.id,
    kind,
    size,
    sha256,
    state: 'OPEN',
    addressHash,
    writer: null,
    writerUntil: null,
    createdAt: now,
    expiresAt: keptUntil(now, now),
  });
  return before === null ? { upload } : { upload, replaced: before.id };
}

function isOf(upload: ResumableUpload, { size, sha256 }: AnnouncedFile, now: Date): boolean {
  return upload.size === size && upload.sha256 === sha256 && upload.expiresAt > now;
}
