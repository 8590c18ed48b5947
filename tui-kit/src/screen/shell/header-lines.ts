import type { Command } from '../keys/command.js';
import { lineWidth, spread } from '../lines/fit-line.js';
import type { Line, Segment } from '../lines/line.js';

/** One page of a screen. */
export interface Tab {
  readonly name: string;
  /** Leads there by its first key. */
  readonly command: Command;
}

export interface HeaderOptions {
  readonly program: string;
  readonly tabs: readonly Tab[];
  readonly active: string;
  /** From the outside in: the page, what is open in it. Clean texts. */
  readonly crumbs: readonly string[];
  /** What is always to be seen: the connection. */
  readonly status: Line;
  readonly width: number;
}

/** The two lines on top: pages and status; where one is. */
export function headerLines({ program, tabs, active, crumbs, status, width }: HeaderOptions): Line[] {
  const names = tabs.map((tab) => tabSegment(tab, active, true));
  const title: Segment[] = [{ text: ` ${program} `, bold: true }];
  const fits = (left: readonly Segment[]): boolean => lineWidth([...left, ...status]) + 2 <= width;
  // Where there is no room for all names, that of the page where one is, and the keys of the others.
  const left = [[...title, ...names], names].find(fits) ?? tabs.map((tab) => tabSegment(tab, active, false));
  return [spread(left, [...status, { text: ' ' }], width), crumbLine(crumbs)];
}

function tabSegment({ name, command }: Tab, active: string, named: boolean): Segment {
  const isHere = name === active;
  // Brackets tell the page also where there are no colours.
  if (isHere) return { text: `[${command.keys[0]} ${name}]`, tone: 'accent', bold: true };
  return { text: named ? ` ${command.keys[0]} ${name} ` : ` ${command.keys[0]} `, tone: 'muted' };
}

function crumbLine(crumbs: readonly string[]): Line {
  return [
    { text: ' ' },
    ...crumbs.flatMap((crumb, at): Segment[] => {
      const isLast = at === crumbs.length - 1;
      const name: Segment = { text: crumb, tone: isLast ? 'plain' : 'muted', bold: isLast };
      return at === 0 ? [name] : [{ text: ' › ', tone: 'border' }, name];
    }),
  ];
}
