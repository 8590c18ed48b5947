import type { OperationContext } from '../context/operation-context.js';
import { sizeOf } from '../files/pieces/in-sequence.js';
import { ResumableUpload } from './resumable-upload.entity.js';

/** The upload as its sender sees it: how far it is, and where its bytes go. */
export async function showUpload(ctx: OperationContext, upload: ResumableUpload): Promise<ResumableUpload> {
  const used = upload.state === 'USED';
  upload.offset = used ? upload.size : sizeOf(await ctx.files.pieces.list(upload.id));
  // The bytes of one that was restored from a backup are gone: it takes them once more.
  if (upload.state === 'COMPLETE' && upload.offset < upload.size) await reopen(ctx, upload);
  upload.complete = upload.state !== 'OPEN';
  upload.beingSent = upload.writerUntil !== null && upload.writerUntil > (await ctx.clock.now(ctx.em));
  upload.url = upload.complete ? null : ctx.uploadLinks.sign(upload);
  return upload;
}

async function reopen(ctx: OperationContext, upload: ResumableUpload): Promise<void> {
  await ctx.em.nativeUpdate(ResumableUpload, { id: upload.id, state: 'COMPLETE' }, { state: 'OPEN' });
  upload.state = 'OPEN';
}
