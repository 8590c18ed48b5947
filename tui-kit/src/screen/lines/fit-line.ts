import { cellWidth, firstCells } from './cell-width.js';
import type { Line, Look, Segment } from './line.js';

/** Cells that a line takes. */
export function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + cellWidth(text), 0);
}

/** Cuts a line to a width; what was cut is shown by an ellipsis. */
export function cutLine(line: Line, width: number): Line {
  if (lineWidth(line) <= width) return line;
  if (width <= 0) return [];
  const kept: Segment[] = [];
  let left = width - 1;
  for (const segment of line) {
    const text = firstCells(segment.text, left);
    left -= cellWidth(text);
    if (text.length === segment.text.length) kept.push(segment);
    else {
      kept.push({ ...segment, text: `${text}…` });
      break;
    }
  }
  return kept;
}

/** Cuts or fills a line to exactly a width. */
export function fitLine(line: Line, width: number, align: 'left' | 'right' = 'left', look: Look = {}): Line {
  const cut = cutLine(line, width);
  const space = width - lineWidth(cut);
  if (space <= 0) return cut;
  const filler: Segment = { ...look, text: ' '.repeat(space) };
  return align === 'left' ? [...cut, filler] : [filler, ...cut];
}

/** Two lines in one, the second to the right; where there is no room for both, the first is cut. */
export function spread(left: Line, right: Line, width: number): Line {
  const end = cutLine(right, width);
  return [...fitLine(left, width - lineWidth(end)), ...end];
}

/** Cuts and fills a block of lines to exactly a size. */
export function fitBlock(lines: readonly Line[], width: number, height: number): Line[] {
  return Array.from({ length: Math.max(0, height) }, (_, row) => fitLine(lines[row] ?? [], width));
}
