import { checkPageSizes, readConfigFile, resolveSetting, type Setting } from '@cairn/tui-kit';
import { readSavedSettings, type SavedSettings } from './saved-settings.js';
import type { SettingDefinition } from './setting-definition.js';
import { SETTINGS } from './settings-table.js';

export type SettingName = keyof typeof SETTINGS;

type ValueOf<Name extends SettingName> = ReturnType<(typeof SETTINGS)[Name]['read']>;

/** Every setting with its value and where it came from. */
export type DonorSettings = { readonly [Name in SettingName]: Setting<ValueOf<Name>> };

/** Where settings are looked for, the strongest first. */
export interface DonorSettingPlaces {
  /** What commander made of the flags. */
  readonly flags: object;
  readonly env: NodeJS.ProcessEnv;
  readonly dataDir: string;
  /** Path of `dev.json`. */
  readonly configFile: string;
}

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

const KEYS = SETTING_NAMES.map((name) => SETTINGS[name].key);

/**
 * Finds the settings: flag before environment before saved before file before default.
 * @param saved those of the data folder, or such as are to be saved there
 * @throws UsageError for what cannot be used
 */
export async function loadDonorSettings(
  places: DonorSettingPlaces,
  saved: SavedSettings = readSavedSettings(places.dataDir, KEYS),
): Promise<DonorSettings> {
  const file = await readConfigFile(places.configFile, KEYS);
  const entries = SETTING_NAMES.map((name) => [name, resolve(SETTINGS[name], places, saved, file)]);
  const settings = Object.fromEntries(entries) as DonorSettings;
  checkPageSizes(settings);
  return settings;
}

function resolve<T>(
  definition: SettingDefinition<T>,
  { flags, env, configFile }: DonorSettingPlaces,
  saved: SavedSettings,
  file: Readonly<Record<string, unknown>>,
): Setting<T> {
  const { key, flag = '' } = definition;
  const name = flag.split(' ')[0] ?? '';
  const candidates = [
    { source: 'flag', name, value: new Map(Object.entries(flags)).get(camelCase(name)) },
    { source: 'environment', name: definition.env ?? '', value: env[definition.env ?? ''] },
    { source: 'saved', name: `${key} in the saved settings`, value: saved[key] },
    { source: 'file', name: `${key} in ${configFile}`, value: file[key] },
  ] as const;
  const origin = { source: 'default', name: 'the default' } as const;
  const found = resolveSetting<T>(candidates, (value) => definition.read(value));
  return found ?? { value: definition.fallback(), origin, overridden: [] };
}

/** The name under which commander has a flag. */
function camelCase(flag: string): string {
  return flag.replace(/^--/u, '').replaceAll(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}
