import { Box, useWindowSize } from 'ink';
import type { ReactNode } from 'react';
import type { Line } from '../lines/line.js';
import { LinesView } from '../lines/lines-view.js';
import { panel } from '../lines/panel.js';

export interface PopupProps {
  readonly title: string;
  readonly lines: readonly Line[];
  /** Cells of the widest line; it is made narrower where the screen is. */
  readonly width: number;
  readonly note?: string;
}

/** Room within the frame of a popup that would like to have so much. */
export function popupRoom(
  wanted: { readonly width: number; readonly height: number },
  screen: { readonly columns: number; readonly rows: number },
): { readonly width: number; readonly height: number } {
  return {
    width: Math.min(wanted.width, screen.columns - 8),
    height: Math.max(1, Math.min(wanted.height, screen.rows - 6)),
  };
}

/** A framed block in the middle of the screen, above what is there. */
export function Popup({ title, lines, width, note }: PopupProps): ReactNode {
  const screen = useWindowSize();
  const room = popupRoom({ width, height: lines.length }, screen);
  const outer = { width: room.width + 4, height: room.height + 2 };
  const framed = panel(lines, { title, ...outer, focused: true, ...(note === undefined ? {} : { note }) });
  return (
    <Box
      position="absolute"
      left={Math.floor((screen.columns - outer.width) / 2)}
      top={Math.max(1, Math.floor((screen.rows - outer.height) / 2))}
    >
      <LinesView lines={framed} />
    </Box>
  );
}
