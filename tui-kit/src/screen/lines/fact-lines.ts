import { fitLine } from './fit-line.js';
import { type Line, line } from './line.js';
import { wrapText } from './wrap-text.js';

/** Cells of the names of facts. */
export const FACT_LABEL = 15;

/** A fact with its name before it, over as many lines as it takes. */
export function factLines(label: string, value: string, width: number): Line[] {
  return wrapText(value, width - FACT_LABEL).map((text, at) => [
    ...fitLine(line(at === 0 ? label : '', { tone: 'muted' }), FACT_LABEL),
    { text },
  ]);
}
