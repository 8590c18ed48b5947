import { isDomainError } from '@cairn/shared-schema';
import type { OperationContext } from '../context/operation-context.js';
import type { UploadSource } from '../context/upload-source.js';
import { sizeOf } from '../files/pieces/in-sequence.js';
import type { Reservation } from '../reservation/reservation.entity.js';
import { type ReceivedFile, receiveUpload } from '../storage/receive-upload.js';
import { dropPieces } from './drop-pieces.js';
import { ResumableUpload } from './resumable-upload.entity.js';
import type { UploadKind } from './resumable-upload.enums.js';
import { uploadContent } from './upload-content.js';
import { checksumMismatch, notWhole, uploadNotFound, uploadUsed } from './upload-errors.js';
import { longestUntil } from './upload-times.js';
import { limitsOf } from './validate-announced.js';
import { Writer } from './writer.js';

/** A file that comes with the request, or one that was uploaded before it. */
export type SentFile = UploadSource | { readonly uploadId: string };

/** Who hands a file in, and as what. */
export interface HandedIn {
  readonly kind: UploadKind;
  /** An upload is handed in by the reservation that began it alone. */
  readonly reservation: Reservation | undefined;
}

/** What becomes of a file. */
export interface Taking<T> {
  /** The answer for a file of this hash that is there already; undefined when there is none. */
  known(sha256: string): Promise<T | undefined>;
  /** Looks at the file and keeps it. */
  take(file: ReceivedFile): Promise<T>;
}

/** A file of which these are said is not worth to be kept for another try. */
const HOPELESS: ReadonlySet<string> = new Set(['PROOF_REJECTED', 'INVALID_REQUEST']);

/**
 * Takes a file, whichever way it came. It is hashed as it is read, also when it was hashed as it came. The bytes of an
 * upload are removed when the file was taken, or will never be.
 * @throws DomainError FILE_TOO_LARGE; UPLOAD_NOT_FOUND; INVALID_STATE for an upload that is not whole; SERVER_BUSY while
 * another request has it, or as many are handed in as may be; RATE_LIMITED
 */
export async function receiveSent<T>(
  ctx: OperationContext,
  sent: SentFile,
  handedIn: HandedIn,
  taking: Taking<T>,
): Promise<T> {
  if (!('uploadId' in sent)) {
    return receiveUpload(
      ctx,
      sent,
      limitsOf(handedIn.kind, ctx.config.limits),
      async (file) => (await taking.known(file.sha256)) ?? taking.take(file),
    );
  }
  const upload = await requireWhole(ctx, sent.uploadId, handedIn);
  const known = await taking.known(upload.sha256);
  if (known === undefined) return handIn(ctx, upload, handedIn, taking);
  await use(ctx, upload);
  return known;
}

/** One request at a time copies an upload, and few do in all: each copy lies on the disk until it was judged. */
async function handIn<T>(
  ctx: OperationContext,
  found: ResumableUpload,
  handedIn: HandedIn,
  taking: Taking<T>,
): Promise<T> {
  if (found.state === 'USED') throw uploadUsed();
  const leave = ctx.handIns.take(ctx.caller.address);
  try {
    const writer = await Writer.take(ctx, found);
    try {
      return await handInAlone(ctx, found.id, handedIn, taking);
    } finally {
      await writer.release();
    }
  } finally {
    leave();
  }
}

async function handInAlone<T>(
  ctx: OperationContext,
  id: string,
  handedIn: HandedIn,
  taking: Taking<T>,
): Promise<T> {
  // Another request may have handed it in since it was looked at.
  const upload = await requireWhole(ctx, id, handedIn);
  let answer = await taking.known(upload.sha256);
  if (answer === undefined) {
    if (upload.state === 'USED') throw uploadUsed();
    const source = { filename: id, open: () => uploadContent(ctx.files, id) };
    const limits = limitsOf(handedIn.kind, ctx.config.limits);
    answer = await receiveUpload(ctx, source, limits, (file) => takeWhole(ctx, upload, file, taking));
  }
  await use(ctx, upload);
  return answer;
}

async function requireWhole(
  ctx: OperationContext,
  id: string,
  { kind, reservation }: HandedIn,
): Promise<ResumableUpload> {
  if (reservation === undefined) throw uploadNotFound();
  const expiresAt = { $gt: await ctx.clock.now(ctx.em) };
  const own = { id, kind, reservation: reservation.id, expiresAt };
  const upload = await ctx.em.findOne(ResumableUpload, own, { refresh: true });
  if (upload === null) throw uploadNotFound();
  if (upload.state === 'OPEN') throw notWhole(sizeOf(await ctx.files.pieces.list(id)), upload.size);
  return upload;
}

async function takeWhole<T>(
  ctx: OperationContext,
  upload: ResumableUpload,
  file: ReceivedFile,
  { take }: Taking<T>,
): Promise<T> {
  if (file.sha256 !== upload.sha256) {
    await startOver(ctx, upload);
    throw checksumMismatch(file.sha256, upload.sha256);
  }
  try {
    return await take(file);
  } catch (error) {
    if (isDomainError(error) && HOPELESS.has(error.code)) await use(ctx, upload);
    throw error;
  }
}

/** The bytes were damaged here since they came: they may come once more. Gone before anybody may send others. */
async function startOver(ctx: OperationContext, { id }: ResumableUpload): Promise<void> {
  await dropPieces(ctx, id);
  await ctx.em.nativeUpdate(ResumableUpload, { id, state: 'COMPLETE' }, { state: 'OPEN' });
}

/** The row stays for a while: whoever did not hear the answer asks again. */
async function use(ctx: OperationContext, { id, createdAt, state }: ResumableUpload): Promise<void> {
  if (state === 'USED') return;
  const used = { state: 'USED', expiresAt: longestUntil(createdAt) } as const;
  await ctx.em.nativeUpdate(ResumableUpload, { id }, used);
  ctx.pieceRemovals.later(id);
}
