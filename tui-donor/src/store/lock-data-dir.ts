import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ClientError, ExitCode, UsageError } from '@cairn/tui-kit';

/**
 * Takes the data folder for this process. The lock is one of the operating system (SQLite's, on an empty database), so
 * it is gone with the process however that ends: a stale lock cannot be.
 * @returns what gives it back
 * @throws ClientError DATA_DIR_IN_USE that names the other process; UsageError for a folder that cannot be used
 */
export function lockDataDir(dataDir: string): () => void {
  makeDataDir(dataDir);
  const owner = join(dataDir, 'owner');
  const lock = new DatabaseSync(join(dataDir, 'lock.db'));
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw inUse(dataDir, readOwner(owner), error);
  }
  writeFileSync(owner, `${process.pid}\n`);
  return () => lock.close();
}

function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`the data folder ${dataDir} cannot be used: ${why}`, {
      expected: 'a folder that this user may write to',
      help: 'name another with --data-dir DIR',
      cause,
    });
  }
}

function isBusy(error: unknown): boolean {
  const SQLITE_BUSY = 5;
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}

function readOwner(path: string): string {
  try {
    const pid = readFileSync(path, 'utf8').trim();
    return /^\d+$/u.test(pid) ? ` (process ${pid})` : '';
  } catch {
    return '';
  }
}

function inUse(dataDir: string, owner: string, cause: unknown): ClientError {
  return new ClientError(`another cairn-donor${owner} is working in ${dataDir}`, {
    code: 'DATA_DIR_IN_USE',
    exitCode: ExitCode.usage,
    expected: 'one donor for each data folder',
    help: 'let that one work, end it first, or give this one a folder of its own with --data-dir DIR',
    cause,
  });
}
