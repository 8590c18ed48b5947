import { DatabaseSync } from 'node:sqlite';

/**
 * Takes a lock of the operating system (SQLite's, on an empty database): it is gone with its holder, however that ends, so that
 * a stale lock cannot be.
 * @returns what gives it back; undefined while another holds it, in this process or in another
 */
export function takeLock(path: string): (() => void) | undefined {
  const lock = new DatabaseSync(path);
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive');
  } catch (error) {
    lock.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  return () => lock.close();
}

function isBusy(error: unknown): boolean {
  const SQLITE_BUSY = 5;
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}
