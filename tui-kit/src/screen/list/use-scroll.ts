import { useState } from 'react';
import { type Binding, bind } from '../keys/command.js';
import type { Line } from '../lines/line.js';
import { moveCommands } from './list-commands.js';

export interface Scrolled {
  /** The lines in sight. */
  readonly lines: readonly Line[];
  readonly bindings: readonly Binding[];
  /** `18 of 32 lines`; empty where all are in sight. */
  readonly note: string;
}

/** Lines that are moved by the keys of lists where there is no room for all. */
export function useScroll(lines: readonly Line[], height: number): Scrolled {
  const [wanted, setWanted] = useState(0);
  const lowest = Math.max(0, lines.length - height);
  const top = Math.min(wanted, lowest);
  const bindings = moveCommands(height).map(([command, how]) => {
    const to = 'by' in how ? top + how.by : how.to === 'first' ? 0 : lowest;
    return bind(command, () => setWanted(Math.max(0, Math.min(lowest, to))));
  });
  const end = Math.min(lines.length, top + height);
  const note = lowest === 0 ? '' : `${end} of ${lines.length} lines`;
  return { lines: lines.slice(top, end), bindings, note };
}
