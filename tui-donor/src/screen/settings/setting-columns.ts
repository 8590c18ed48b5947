import { cleanText, type ListColumn, type Tone } from '@cairn/tui-kit/screen';
import type { SettingRow } from './setting-row.js';

const TONES: Readonly<Record<string, Tone>> = {
  flag: 'warn',
  environment: 'warn',
  saved: 'accent',
  you: 'accent',
  file: 'accent',
};

/** The columns of the settings. */
export const SETTING_COLUMNS: readonly ListColumn<SettingRow>[] = [
  { title: 'setting', text: ({ key }) => key, width: 23 },
  { title: 'value', text: ({ value }) => cleanText(value), width: 14, grow: 1 },
  { title: 'from', text: ({ source }) => source, tone: ({ source }) => TONES[source] ?? 'muted', width: 11 },
  { title: 'what it does', text: ({ explain }) => explain, width: 40, grow: 2, spare: 1 },
];
