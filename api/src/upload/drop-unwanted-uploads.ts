import type { Log } from '../context/log.js';
import type { ServerContext } from '../context/operation-context.js';
import { dropPieces } from './drop-pieces.js';
import { ResumableUpload } from './resumable-upload.entity.js';

const AT_ONCE = 500;

/**
 * Removes executions under way whose lease has ended, in whichever way: nobody takes them any more. They count against the
 * quota until they are removed. What was handed in stays known for a while; its bytes are gone.
 * @returns how many it removed
 */
export async function dropUnwantedUploads(
  { database, clock, files }: Pick<ServerContext, 'database' | 'clock' | 'files'>,
  log: Log,
): Promise<number> {
  const em = database.em.fork();
  const now = await clock.now(em);
  const ended = { $or: [{ state: { $ne: 'LIVE' as const } }, { expiresAt: { $lte: now } }] };
  const unwanted = await em.find(
    ResumableUpload,
    // One that is being handed in has ended its lease itself, and is about to be used.
    {
      kind: 'EXECUTION',
      state: { $ne: 'USED' },
      reservation: ended,
      $or: [{ writerUntil: null }, { writerUntil: { $lte: now } }],
    },
    { fields: ['id'], limit: AT_ONCE },
  );
  for (const { id } of unwanted) {
    await em.nativeDelete(ResumableUpload, { id, state: { $ne: 'USED' } });
    await dropPieces({ files, log }, id);
  }
  return unwanted.length;
}
