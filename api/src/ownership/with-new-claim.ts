import { randomUUID } from 'node:crypto';
import { CommandError } from '../cli/command-error.js';
import type { FileStore } from '../files/file-store.js';

/**
 * Claims a file store for a database that is about to be, while `fill` fills both. When that fails the store belongs to
 * whom it did.
 * @param takeOver - also when it belongs to another database.
 * @throws CommandError when it does, and must not.
 */
export async function withNewClaim(
  { claim }: FileStore,
  takeOver: boolean,
  fill: (identity: string) => Promise<void>,
): Promise<void> {
  const identity = randomUUID();
  const before = await claim.holder();
  if (before !== undefined && takeOver) await claim.takeOver(identity);
  else {
    const holder = await claim.take(identity);
    if (holder !== identity) throw storeTaken(holder);
  }
  try {
    await fill(identity);
  } catch (error) {
    await (before === undefined ? claim.release(identity) : claim.takeOver(before));
    throw error;
  }
}

function storeTaken(holder: string): CommandError {
  return new CommandError(
    `The file store belongs to the database ${holder}, whose files a server over the restored one would delete.`,
    'Set files_storage to an empty store. If that database is gone for good, be it the one that the backup was taken of, say --take-over-files: what the backup does not name is deleted then.',
  );
}
