import { useWindowSize } from 'ink';
import { type ReactNode, useState } from 'react';
import { bind, type Command } from '../keys/command.js';
import { keyLabel } from '../keys/key-label.js';
import type { Stroke } from '../keys/stroke.js';
import { useLayer } from '../keys/use-layer.js';
import { spread } from '../lines/fit-line.js';
import { asSelected, type Line } from '../lines/line.js';
import { Popup, popupRoom } from '../shell/popup.js';
import { matchCommands, PALETTE_START, pressInPalette } from './palette-state.js';

const group = 'Commands';
const RUN: Command = { keys: ['enter'], title: 'Do it', group, short: 'do it' };
const CLOSE: Command = { keys: ['esc'], title: 'Close', group, short: 'close' };

export interface PaletteProps {
  /** What can be done where it was opened. */
  readonly commands: readonly Command[];
  readonly onChoice: (command: Command | undefined) => void;
}

/** Everything that can be done here, found by typing. */
export function Palette({ commands, onChoice }: PaletteProps): ReactNode {
  const [state, setState] = useState(PALETTE_START);
  const { width, height } = popupRoom({ width: 56, height: 16 }, useWindowSize());
  const matching = matchCommands(commands, state.query.text);
  const press = (stroke: Stroke): boolean => {
    if (stroke.name === 'ctrl-c') return false;
    if (stroke.name === 'esc') onChoice(undefined);
    else if (stroke.name === 'enter') onChoice(matching[state.at]);
    else setState((before) => pressInPalette(before, stroke, matching.length));
    return true;
  };
  // The bindings are for the footer; the keys themselves are taken before.
  useLayer('overlay', { modal: true, bindings: [bind(RUN, press), bind(CLOSE, press)], capture: press });
  const top = Math.max(0, state.at - (height - 3));
  const rows = matching.slice(top, top + height - 2).map((command, row) => {
    return rowOf(command, top + row === state.at, width);
  });
  const query: Line = [
    { text: ': ', tone: 'accent', bold: true },
    { text: state.query.text },
    { text: '▏', tone: 'accent' },
  ];
  const nothing: Line[] = [[{ text: 'nothing like that can be done here', tone: 'muted' }]];
  return (
    <Popup title="Commands" lines={[query, [], ...(rows.length === 0 ? nothing : rows)]} width={width} />
  );
}

function rowOf({ title, keys }: Command, isHere: boolean, width: number): Line {
  const label = keys.slice(0, 2).map(keyLabel).join(' ');
  const row = spread(
    [{ text: isHere ? '❯ ' : '  ' }, { text: title }],
    [{ text: label, tone: 'muted' }],
    width,
  );
  return isHere ? asSelected(row) : row;
}
