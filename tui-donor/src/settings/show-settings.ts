import type { Setting, SettingOrigin } from '@cairn/tui-kit';
import { type DonorSettings, SETTING_NAMES, type SettingName } from './donor-settings.js';
import type { SettingDefinition } from './setting-definition.js';
import { SETTINGS } from './settings-table.js';
import { takesOf } from './takes-of.js';

/** A setting as it is shown to a person or a program. */
export interface ShownSetting {
  readonly key: string;
  /** As it would be written in a file or given to `config set`. */
  readonly value: string;
  readonly origin: SettingOrigin;
  /** The weaker places that have one too. */
  readonly overridden: Setting<unknown>['overridden'];
  /** What holds where nobody says anything. */
  readonly fallback: string;
  readonly explain: string;
  /** What else is worth knowing of it; empty where that is all. */
  readonly more: string;
  /** What a number of it counts; null where it is no number. */
  readonly unit: string | null;
  /** What it takes, with its range. */
  readonly takes: string;
  /** All values that it takes, where they are a few words. */
  readonly choices: readonly string[] | null;
  /** Its flag and its variable; null where it has none. */
  readonly flag: string | null;
  readonly env: string | null;
  /** Whether a running client takes up a change. */
  readonly appliesAtOnce: boolean;
}

/** All settings, in the order of their table. */
export function showSettings(settings: DonorSettings): ShownSetting[] {
  return SETTING_NAMES.map((name: SettingName) =>
    show(SETTINGS[name] as SettingDefinition<unknown>, settings[name] as Setting<unknown>),
  );
}

function show<T>(definition: SettingDefinition<T>, { value, origin, overridden }: Setting<T>): ShownSetting {
  const { key, explain, more = '', unit = null, choices = null, appliesAtOnce } = definition;
  return {
    ...{ key, explain, more, unit, choices, appliesAtOnce, origin, overridden },
    value: definition.format(value),
    fallback: definition.format(definition.fallback()),
    takes: takesOf(definition),
    flag: definition.flag?.split(' ')[0] ?? null,
    env: definition.env ?? null,
  };
}
