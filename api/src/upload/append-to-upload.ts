import type { Readable } from 'node:stream';
import { isDomainError } from '@cairn/shared-schema';
import type { OperationContext } from '../context/operation-context.js';
import { sizeOf } from '../files/pieces/in-sequence.js';
import { requireLive } from '../reservation/not-live.js';
import { dropPieces } from './drop-pieces.js';
import { PIECE_BYTES, receivePieces } from './receive-pieces.js';
import { ResumableUpload } from './resumable-upload.entity.js';
import { hashOfUpload } from './upload-content.js';
import {
  checksumMismatch,
  longerThanAnnounced,
  tooManyPieces,
  uploadNotFound,
  wrongOffset,
} from './upload-errors.js';
import type { LinkedUpload } from './upload-link.js';
import { Writer } from './writer.js';

/** What broken connections and a slow line make in a day, beyond whole pieces. Each look at the offset lists all pieces. */
const MORE_PIECES = 500;

/** A request holds a place for so long; whoever has more to send goes on in another one. */
const LONGEST_REQUEST_MS = 5 * 60 * 1000;

/** Bytes that somebody with a link sends. */
export interface Appended {
  /** Where they begin in the file, as the sender says. */
  readonly offset: number;
  /** How many there will be, where the sender says so. */
  readonly length: number | undefined;
  readonly content: Readable;
}

/**
 * Appends bytes to an upload. When the last has come, the whole is hashed, and counts or is thrown away.
 * @param longestMs when the sender is cut off, in milliseconds; what came until then is kept
 * @returns how far the upload is then
 * @throws DomainError UPLOAD_NOT_FOUND; INVALID_STATE (409) at another offset; SERVER_BUSY (423) while another request
 * sends; FILE_TOO_LARGE; INVALID_REQUEST (460) when the whole has another hash; RESERVATION_EXPIRED, SUPERSEDED when an
 * execution is no longer wanted
 */
export async function appendToUpload(
  ctx: OperationContext,
  linked: LinkedUpload,
  appended: Appended,
  longestMs = LONGEST_REQUEST_MS,
): Promise<number> {
  const found = await findLinked(ctx, linked);
  if (found.state !== 'OPEN') throw wrongOffset(appended.offset, found.size);
  if (found.kind === 'EXECUTION') requireLive(found.reservation, await ctx.clock.now(ctx.em));
  const writer = await Writer.take(ctx, found);
  try {
    const pieces = await ctx.files.pieces.list(found.id);
    const offset = sizeOf(pieces);
    if (appended.offset !== offset) throw wrongOffset(appended.offset, offset);
    if (offset + (appended.length ?? 0) > found.size) throw longerThanAnnounced(found.size);
    const mostPieces = Math.ceil(found.size / PIECE_BYTES) + MORE_PIECES;
    if (pieces.length >= mostPieces) throw tooManyPieces(mostPieces);
    const timer = setTimeout(() => appended.content.destroy(), longestMs);
    const received = await receivePieces(ctx, found, offset, appended.content, writer).finally(() =>
      clearTimeout(timer),
    );
    if (received.offset === found.size)
      await complete(ctx, found, received.sha256 ?? (await hashOfUpload(ctx.files, found.id)));
    return received.offset;
  } catch (error) {
    // A piece that came after the upload was gone is nobody's.
    if (isDomainError(error) && error.code === 'UPLOAD_NOT_FOUND') ctx.pieceRemovals.later(found.id);
    throw error;
  } finally {
    await writer.release();
  }
}

/**
 * The upload that a link leads to.
 * @throws DomainError UPLOAD_NOT_FOUND
 */
export async function findLinked(ctx: OperationContext, linked: LinkedUpload): Promise<ResumableUpload> {
  const { id, size, sha256 } = linked;
  const expiresAt = { $gt: await ctx.clock.now(ctx.em) };
  const upload = await ctx.em.findOne(
    ResumableUpload,
    { id, size, sha256, expiresAt },
    { populate: ['reservation'] },
  );
  if (upload === null) throw uploadNotFound();
  return upload;
}

async function complete(ctx: OperationContext, upload: ResumableUpload, sha256: string): Promise<void> {
  if (sha256 !== upload.sha256) {
    await dropPieces(ctx, upload.id);
    throw checksumMismatch(sha256, upload.sha256);
  }
  await ctx.em.nativeUpdate(ResumableUpload, { id: upload.id, state: 'OPEN' }, { state: 'COMPLETE' });
}
