import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClientError, replacePrivately, UsageError } from '@cairn/tui-kit';

/** What the donor saved, by the settings' keys. */
export type SavedSettings = Readonly<Record<string, unknown>>;

/** Where the saved settings lie. */
export function savedSettingsFile(dataDir: string): string {
  return join(dataDir, 'settings.json');
}

/**
 * @param known keys that may stand there
 * @throws UsageError when the file is there and no JSON object of known settings
 */
export function readSavedSettings(dataDir: string, known: readonly string[]): SavedSettings {
  const path = savedSettingsFile(dataDir);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return {};
    throw unusable(path, 'cannot be read', error);
  }
  const found = parse(path, text);
  const unknown = Object.keys(found).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw unusable(path, `have an unknown setting ${unknown.join(', ')}`);
  return found;
}

/**
 * Writes the saved settings whole or not at all, for their owner alone.
 * @throws ClientError when the system would not have them
 */
export async function writeSavedSettings(dataDir: string, settings: SavedSettings): Promise<void> {
  const path = savedSettingsFile(dataDir);
  try {
    await replacePrivately(path, `${JSON.stringify(settings, undefined, 2)}\n`);
  } catch (cause) {
    throw settingsNotSaved(dataDir, cause);
  }
}

/** Told where the system would not have the settings. */
export function settingsNotSaved(dataDir: string, cause: unknown): ClientError {
  return new ClientError(
    `the settings cannot be saved in ${savedSettingsFile(dataDir)}: ${cause instanceof Error ? cause.message : String(cause)}`,
    {
      code: 'SETTINGS_NOT_SAVED',
      expected: 'a disk with room, in a folder that you may write in',
      help: 'make room, or choose another folder by --data-dir DIR; what was saved before still holds',
      cause,
    },
  );
}

function parse(path: string, text: string): SavedSettings {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (error) {
    throw unusable(path, 'are not valid JSON', error);
  }
  if (typeof found === 'object' && found !== null && !Array.isArray(found)) return found as SavedSettings;
  throw unusable(path, 'are no JSON object');
}

function unusable(path: string, problem: string, cause?: unknown): UsageError {
  return new UsageError(`the saved settings ${path} ${problem}`, {
    expected: 'what `cairn-donor config set` writes',
    help: 'correct the file, or remove it: every setting has a default',
    cause,
  });
}
