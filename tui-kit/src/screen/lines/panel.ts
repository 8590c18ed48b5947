import { cellWidth } from './cell-width.js';
import { fitBlock, fitLine } from './fit-line.js';
import { type Line, line, type Segment } from './line.js';

export interface PanelOptions {
  readonly title: string;
  readonly width: number;
  /** With its border. */
  readonly height: number;
  /** Whether keys go to it. */
  readonly focused?: boolean;
  /** Stands at the right end of the lower border: `3 of 10,000`. */
  readonly note?: string;
}

/** Lines within a border. */
export function panel(content: readonly Line[], options: PanelOptions): Line[] {
  const { width, height, focused = false } = options;
  const edge: Segment = { text: '│', tone: focused ? 'accent' : 'border' };
  const body = fitBlock(content, width - 4, height - 2);
  return [
    upperEdge(options),
    ...body.map((inner): Line => [edge, { text: ' ' }, ...inner, { text: ' ' }, edge]),
    lowerEdge(options),
  ];
}

function upperEdge({ title, width, focused = false }: PanelOptions): Line {
  const tone = focused ? 'accent' : 'border';
  // The focus is told by the mark too, not by colour alone.
  const name = fitLine(
    line(focused ? `▸ ${title}` : title, { bold: true }),
    Math.min(cellWidth(title) + (focused ? 2 : 0), width - 6),
  );
  const used = name.reduce((sum, { text }) => sum + cellWidth(text), 0);
  return [{ text: '╭─ ', tone }, ...name, { text: ` ${'─'.repeat(Math.max(0, width - used - 5))}╮`, tone }];
}

function lowerEdge({ width, note, focused = false }: PanelOptions): Line {
  const tone = focused ? 'accent' : 'border';
  if (note === undefined || note === '' || cellWidth(note) > width - 6)
    return [{ text: `╰${'─'.repeat(Math.max(0, width - 2))}╯`, tone }];
  return [
    { text: `╰${'─'.repeat(width - cellWidth(note) - 5)} `, tone },
    { text: note, tone: 'muted' },
    { text: ' ─╯', tone },
  ];
}
