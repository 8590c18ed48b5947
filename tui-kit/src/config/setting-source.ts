/** Where a setting may come from, the strongest first. */
export const SETTING_SOURCES = ['flag', 'environment', 'saved', 'file', 'default'] as const;

export type SettingSource = (typeof SETTING_SOURCES)[number];

/** One place where a setting was found, named as a person would: `--server`, `PROGRAM_DISTRIBUTOR_URL`. */
export interface SettingOrigin {
  readonly source: SettingSource;
  readonly name: string;
}

/** A setting, where it came from, and the weaker places that also had one. */
export interface Setting<T> {
  readonly value: T;
  readonly origin: SettingOrigin;
  readonly overridden: readonly (SettingOrigin & { readonly value: string })[];
}
