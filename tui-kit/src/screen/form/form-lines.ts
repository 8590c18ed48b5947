import { cellWidth } from '../lines/cell-width.js';
import { cleanText } from '../lines/clean-text.js';
import { fitLine } from '../lines/fit-line.js';
import { type Line, line, type Segment } from '../lines/line.js';
import { wrapText } from '../lines/wrap-text.js';
import type { EditedText } from './edit-text.js';
import type { Field, FormState } from './form-state.js';

/** A form, one line for each field, and below it what the field at hand means or what is wrong with it. */
export function formLines(fields: readonly Field[], state: FormState, width: number): Line[] {
  const labelWidth = Math.max(0, ...fields.map(({ label }) => cellWidth(label)));
  const rows = fields.map((field, at): Line => {
    const isHere = at === state.at;
    const label = fitLine(line(field.label, { tone: isHere ? 'accent' : 'muted' }), labelWidth);
    const value = state.values[field.name] ?? { text: '', cursor: 0 };
    const room = width - labelWidth - MARKS;
    return [
      { text: isHere ? '❯ ' : '  ' },
      ...label,
      { text: '  ' },
      ...shownValue(field, value, isHere, room),
    ];
  });
  const { matches } = state;
  const help = matches === undefined ? fields[state.at]?.help : matchText(matches);
  return [
    ...rows,
    [],
    ...(help === undefined ? [] : wrapText(help, width).map((text) => line(text, { tone: 'muted' }))),
    ...(state.problem === undefined
      ? []
      : wrapText(`✗ ${state.problem}`, width).map((text) => line(text, { tone: 'bad' }))),
  ];
}

const MOST_MATCHES = 12;

function matchText(matches: readonly string[]): string {
  const more = matches.length > MOST_MATCHES ? `  and ${matches.length - MOST_MATCHES} more` : '';
  return matches.slice(0, MOST_MATCHES).map(cleanText).join('  ') + more;
}

/** Cells of a row that neither label nor value has. */
const MARKS = 4;

function shownValue(field: Field, { text, cursor }: EditedText, isHere: boolean, room: number): Segment[] {
  const shown = [...(field.secret === true ? '•'.repeat([...text].length) : text)];
  if (!isHere) return [{ text: shown.join('') }];
  if (field.choices !== undefined) {
    return [
      { text: '‹ ', tone: 'accent' },
      { text: text, bold: true },
      { text: ' ›', tone: 'accent' },
    ];
  }
  return [
    { text: endInSight(shown.slice(0, cursor), room - 1) },
    { text: shown[cursor] ?? ' ', selected: true },
    { text: shown.slice(cursor + 1).join('') },
  ];
}

/** What stands before the cursor, as much of its end as there is room for: the cursor is always in sight. */
function endInSight(before: readonly string[], room: number): string {
  let from = 0;
  while (from < before.length && cellWidth(before.slice(from).join('')) > room) from += 1;
  return from === 0 ? before.join('') : `…${before.slice(from + 1).join('')}`;
}
