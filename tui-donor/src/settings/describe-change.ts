import type { ShownSetting } from './show-settings.js';

/** What came of changing a setting, in words: what holds now, from where, and since when. */
export function describeChange(
  { key, value, origin, overridden, appliesAtOnce }: ShownSetting,
  isRunning: boolean,
): string {
  const isOverridden = overridden.some(({ source }) => source === 'saved');
  const when = isRunning && appliesAtOnce ? 'in force at once' : 'in force at the next start';
  const saved = isOverridden ? `saved, but ${origin.name} comes first` : when;
  return `${key} is ${value} (${origin.name}): ${saved}`;
}
