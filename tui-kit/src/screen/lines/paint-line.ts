import { sanitizeForTerminal } from '@cairn/shared-schema';
import type { Theme } from '../theme/theme.js';
import { hyperlink } from './hyperlink.js';
import type { Line, Segment } from './line.js';

const BOLD = '1';
const INVERSE = '7';

/**
 * A line with the escape sequences that make it look as it should. We write them ourselves: what a library finds out of
 * the terminal depends on when it is loaded, and not only on the terminal. Those of the text itself are taken out: whatever
 * a page forgets to clean, nothing of it drives the terminal.
 */
export function paintLine(line: Line, theme: Theme): string {
  return line.map((segment) => paintSegment(segment, theme)).join('');
}

function paintSegment({ text, tone = 'plain', bold, selected, href }: Segment, theme: Theme): string {
  const clean = sanitizeForTerminal(text);
  const shown = href === undefined ? clean : hyperlink(clean, href);
  const codes = [
    ...(bold === true || selected === true ? [BOLD] : []),
    ...(selected === true ? [INVERSE] : []),
    ...(theme[tone] === '' ? [] : [theme[tone]]),
  ];
  return codes.length === 0 ? shown : `\u001B[${codes.join(';')}m${shown}\u001B[0m`;
}
