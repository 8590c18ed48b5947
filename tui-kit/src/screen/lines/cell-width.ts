import stringWidth from 'string-width';

const ASCII = /^[\u0020-\u007E]*$/u;

/** Cells that a text takes on the screen. */
export function cellWidth(text: string): number {
  return ASCII.test(text) ? text.length : stringWidth(text);
}

/** The first cells of a text, never half a character. */
export function firstCells(text: string, cells: number): string {
  if (ASCII.test(text)) return text.slice(0, Math.max(0, cells));
  let kept = '';
  let width = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    width += stringWidth(segment);
    if (width > cells) break;
    kept += segment;
  }
  return kept;
}
