import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ClientError } from '@cairn/tui-kit';
import { takeLock } from '../store/take-lock.js';
import { settingsNotSaved } from './saved-settings.js';

/** A change takes milliseconds: how long one waits for those of others, and from one look to the next, in milliseconds. */
const PATIENCE_MS = 5000;
const LOOK_EVERY_MS = 15;

/**
 * Reads and writes the saved settings while nobody else does, in this process or in another: of two changes at once none
 * is lost.
 * @param patienceMs how long to wait for others
 * @throws ClientError SETTINGS_BUSY, or SETTINGS_NOT_SAVED for a folder that cannot be used; whatever the work throws
 */
export async function usingSavedSettings<T>(
  dataDir: string,
  work: () => Promise<T>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const unlock = await lockIn(dataDir, patienceMs);
  try {
    return await work();
  } finally {
    unlock();
  }
}

async function lockIn(dataDir: string, patienceMs: number): Promise<() => void> {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const unlock = await tryLock(dataDir);
    if (unlock !== undefined) return unlock;
    if (performance.now() > giveUpAt) throw settingsBusy(dataDir);
    await pause(LOOK_EVERY_MS);
  }
}

async function tryLock(dataDir: string): Promise<(() => void) | undefined> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    return takeLock(join(dataDir, 'settings-lock.db'));
  } catch (cause) {
    throw settingsNotSaved(dataDir, cause);
  }
}

function settingsBusy(dataDir: string): ClientError {
  return new ClientError(`another process has been changing the settings in ${dataDir} all the time`, {
    code: 'SETTINGS_BUSY',
    expected: 'that a change of them takes no longer than a moment',
    help: 'try again; nothing was changed',
  });
}
