import { type EditedText, editText } from '../form/edit-text.js';
import type { Command } from '../keys/command.js';
import type { Stroke } from '../keys/stroke.js';

export interface PaletteState {
  readonly query: EditedText;
  readonly at: number;
}

export const PALETTE_START: PaletteState = { query: { text: '', cursor: 0 }, at: 0 };

/** The commands whose titles have the letters that were typed, in their order; the closest first. */
export function matchCommands(commands: readonly Command[], query: string): Command[] {
  const offered = [...new Set(commands)].filter(({ keyOnly }) => keyOnly !== true);
  const ranked = offered.map((command) => ({ command, rank: rankOf(command.title, query) }));
  return ranked
    .filter(({ rank }) => rank !== undefined)
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(({ command }) => command);
}

/** The palette after a key that neither runs nor closes it. */
export function pressInPalette(state: PaletteState, stroke: Stroke, count: number): PaletteState {
  const most = Math.max(0, count - 1);
  switch (stroke.name) {
    case 'down':
    case 'tab':
    case 'ctrl-n':
      return { ...state, at: Math.min(most, state.at + 1) };
    case 'up':
    case 'shift-tab':
      return { ...state, at: Math.max(0, state.at - 1) };
    default:
      return { query: editText(state.query, stroke), at: 0 };
  }
}

/** How far a title is from what was typed: letters that lie between; undefined where it does not match. */
function rankOf(title: string, query: string): number | undefined {
  const text = title.toLowerCase();
  let from = 0;
  let skipped = 0;
  for (const letter of query.toLowerCase().replaceAll(' ', '')) {
    const found = text.indexOf(letter, from);
    if (found < 0) return undefined;
    skipped += found - from;
    from = found + 1;
  }
  return skipped;
}
