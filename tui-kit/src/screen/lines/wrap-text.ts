import { cellWidth, firstCells } from './cell-width.js';

/** Breaks a clean text of one line at its spaces; a word that is too long is broken where the line ends. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ')) {
    const joined = current === '' ? word : `${current} ${word}`;
    if (cellWidth(joined) <= width) {
      current = joined;
      continue;
    }
    if (current !== '') lines.push(current);
    current = breakWord(word, width, lines);
  }
  return [...lines, current];
}

/** Puts the full lines of a long word away. @returns what is left of it */
function breakWord(word: string, width: number, lines: string[]): string {
  let rest = word;
  while (cellWidth(rest) > width) {
    // A character wider than the whole line still has to go somewhere.
    const part = firstCells(rest, width) || (rest[0] ?? '');
    lines.push(part);
    rest = rest.slice(part.length);
  }
  return rest;
}
