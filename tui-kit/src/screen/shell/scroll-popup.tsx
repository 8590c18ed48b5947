import { useWindowSize } from 'ink';
import type { ReactNode } from 'react';
import { bind, type Command } from '../keys/command.js';
import { useLayer } from '../keys/use-layer.js';
import type { Line } from '../lines/line.js';
import { useScroll } from '../list/use-scroll.js';
import { Popup, popupRoom } from './popup.js';

const CLOSE: Command = { keys: ['esc', 'q', '?', 'enter'], title: 'Close', group: 'Help', short: 'close' };

export interface ScrollPopupProps {
  readonly title: string;
  /** Made for the room that there is. */
  readonly lines: (width: number) => readonly Line[];
  readonly width: number;
  readonly onClose: () => void;
}

/** Lines to read above the screen, moved by the keys of lists. */
export function ScrollPopup({ title, lines: make, width: wanted, onClose }: ScrollPopupProps): ReactNode {
  const screen = useWindowSize();
  const { width } = popupRoom({ width: wanted, height: 1 }, screen);
  const all = make(width);
  const { lines, bindings, note } = useScroll(all, popupRoom({ width, height: all.length }, screen).height);
  useLayer('overlay', { modal: true, bindings: [bind(CLOSE, onClose), ...bindings] });
  return <Popup title={title} lines={lines} width={width} note={note} />;
}
