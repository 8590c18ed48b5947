import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClientError, ExitCode, UsageError } from '@cairn/tui-kit';
import { takeLock } from './take-lock.js';

/**
 * Takes the data folder for this process; it is free again when the process is gone, however that ends.
 * @returns what gives it back
 * @throws ClientError DATA_DIR_IN_USE that names the other process; UsageError for a folder that cannot be used
 */
export function lockDataDir(dataDir: string): () => void {
  makeDataDir(dataDir);
  const owner = join(dataDir, 'owner');
  const unlock = takeLock(join(dataDir, 'lock.db'));
  if (unlock === undefined) throw inUse(dataDir, readOwner(owner));
  writeFileSync(owner, `${process.pid}\n`);
  return unlock;
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

function readOwner(path: string): string {
  try {
    const pid = readFileSync(path, 'utf8').trim();
    return /^\d+$/u.test(pid) ? ` (process ${pid})` : '';
  } catch {
    return '';
  }
}

function inUse(dataDir: string, owner: string): ClientError {
  return new ClientError(`another cairn-donor${owner} is working in ${dataDir}`, {
    code: 'DATA_DIR_IN_USE',
    exitCode: ExitCode.usage,
    expected: 'one donor for each data folder',
    help: 'let that one work, end it first, or give this one a folder of its own with --data-dir DIR',
  });
}
