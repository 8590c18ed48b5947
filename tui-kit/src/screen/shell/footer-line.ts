import type { Command } from '../keys/command.js';
import { keyLabel } from '../keys/key-label.js';
import { cellWidth } from '../lines/cell-width.js';
import type { Line } from '../lines/line.js';

const GAP = '  ';

/** The keys that work here, as many as there is room for; the last ones are kept: they lead to all others. */
export function footerLine(commands: readonly Command[], width: number): Line {
  const taken = new Set<string>();
  const hints = commands.flatMap(({ keys, short }) => {
    // A key that does something nearer by does not do this.
    const key = keys.find((name) => !taken.has(name));
    for (const name of keys) taken.add(name);
    return short === undefined || key === undefined ? [] : [{ key: keyLabel(key), text: short }];
  });
  const widthOf = ({ key, text }: { key: string; text: string }): number =>
    cellWidth(key) + 1 + cellWidth(text);
  const kept = [...hints];
  const total = (): number => kept.reduce((sum, hint) => sum + widthOf(hint) + GAP.length, -GAP.length);
  // Those of the page are the nearest and come first; `?` and `q` stand at the end and stay.
  while (total() > width && kept.length > 2) kept.splice(kept.length - 3, 1);
  return kept.flatMap(({ key, text }, at) => [
    { text: `${at === 0 ? '' : GAP}${key}`, tone: 'accent' as const, bold: true },
    { text: ` ${text}`, tone: 'muted' as const },
  ]);
}
