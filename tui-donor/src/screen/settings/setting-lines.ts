import { cleanText, factLines, type Line, line, wrapText } from '@cairn/tui-kit/screen';
import type { SettingRow } from './setting-row.js';

/** All there is to know of a setting. */
export function settingLines({ explain, facts }: SettingRow, width: number): Line[] {
  const told = facts.filter(([, text]) => text !== '');
  return [
    ...wrapText(explain, width).map((text) => line(text, { bold: true })),
    ...told.flatMap(([name, text]) =>
      name === '' ? wrapText(text, width).map((part) => line(part)) : factLines(name, cleanText(text), width),
    ),
  ];
}
