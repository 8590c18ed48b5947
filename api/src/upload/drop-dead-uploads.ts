import type { ServerContext } from '../context/operation-context.js';
import { ResumableUpload } from './resumable-upload.entity.js';

/**
 * Removes uploads that were not gone on with in time, and the pieces of all that are no more: those went with their
 * reservation, or a crash left them.
 * @returns of how many uploads it removed pieces
 */
export async function dropDeadUploads({
  database,
  clock,
  files,
}: Pick<ServerContext, 'database' | 'clock' | 'files'>): Promise<number> {
  const em = database.em.fork();
  await em.nativeDelete(ResumableUpload, { expiresAt: { $lte: await clock.now(em) } });
  return files.pieces.collect(async (uploads) => {
    const known = { id: { $in: [...uploads] }, state: { $ne: 'USED' as const } };
    const rows = await em.find(ResumableUpload, known, { fields: ['id'] });
    return new Set(rows.map(({ id }) => id));
  });
}
