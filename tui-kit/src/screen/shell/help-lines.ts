import type { Command } from '../keys/command.js';
import { keyLabel } from '../keys/key-label.js';
import { fitLine } from '../lines/fit-line.js';
import { type Line, line } from '../lines/line.js';

const KEY_WIDTH = 14;

/** All keys that work here, under the headings of their groups. */
export function helpLines(commands: readonly Command[]): Line[] {
  const groups = new Map<string, Command[]>();
  for (const command of new Set(commands)) {
    const members = groups.get(command.group) ?? [];
    // A group stands where its last command does: what is of every screen comes last.
    groups.delete(command.group);
    groups.set(command.group, [...members, command]);
  }
  return [...groups].flatMap(([group, members], at): Line[] => [
    ...(at === 0 ? [] : [[]]),
    line(group, { bold: true, tone: 'accent' }),
    ...members.map(({ keys, title }): Line => {
      const labels = line(keys.map(keyLabel).join(' '), { bold: true });
      return [...fitLine(labels, KEY_WIDTH), { text: ` ${title}` }];
    }),
  ]);
}
