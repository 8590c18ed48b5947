import { UsageError } from '@cairn/tui-kit';
import { checkSavable } from './check-value.js';
import {
  type DonorSettingPlaces,
  type DonorSettings,
  loadDonorSettings,
  SETTING_NAMES,
} from './donor-settings.js';
import { readSavedSettings, writeSavedSettings } from './saved-settings.js';
import type { SettingDefinition } from './setting-definition.js';
import { SETTINGS } from './settings-table.js';
import { usingSavedSettings } from './using-saved-settings.js';

const DEFINITIONS = SETTING_NAMES.map((name) => SETTINGS[name] as SettingDefinition<unknown>);
const KEYS = DEFINITIONS.map(({ key }) => key);

/** A value as it would be written; undefined to forget the saved one; or what makes one of the settings as they are. */
export type NewValue = string | undefined | ((settings: DonorSettings) => string);

/**
 * Saves a setting, or forgets the saved one. The others stay as they are, and as others change them at this moment.
 * @param places without the flags of this command, as the next start finds the settings
 * @throws UsageError for a setting that there is not, a value that it does not take, or one with which the donor could not
 *   start; ClientError for settings that cannot be saved. Then they stay as they are
 */
export async function changeSetting(places: DonorSettingPlaces, key: string, value: NewValue): Promise<void> {
  const definition = settingNamed(key);
  await usingSavedSettings(places.dataDir, async () => {
    const saved = readSavedSettings(places.dataDir, KEYS);
    const text = typeof value === 'function' ? value(await loadDonorSettings(places, saved)) : value;
    if (text !== undefined) checkSavable(definition, text);
    const { [key]: _, ...others } = saved;
    const changed = text === undefined ? others : { ...others, [key]: text.trim() };
    await loadDonorSettings(places, changed);
    await writeSavedSettings(places.dataDir, changed);
  });
}

/** @throws UsageError that names those that there are */
export function settingNamed(key: string): SettingDefinition<unknown> {
  const definition = DEFINITIONS.find((known) => known.key === key);
  if (definition !== undefined) return definition;
  throw new UsageError(`there is no setting ${JSON.stringify(key)}`, { expected: KEYS.join(', ') });
}
