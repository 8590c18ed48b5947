import { formatCount, formatDuration, formatNumberOf, jsonLine } from '@cairn/tui-kit';
import { bar, cellWidth, cleanLines, factLines, type Line, line, wrapText } from '@cairn/tui-kit/screen';
import { REDUCTION_NOTE, type Reduction } from '../../../reducer/reduction.js';
import { elapsed } from './elapsed.js';
import type { ReducerScript, ReducingStep } from './reducing.js';

/** What is shown of a script at work. Texts must be clean. */
export interface ReducingSight {
  readonly now: ReducingStep;
  readonly name: string;
  readonly script: ReducerScript;
  /** Results that it was given. */
  readonly rows: number;
  /** Results that it was not given, since their outputs could not be read. */
  readonly unread: number;
  /** How many results there are by now, where they are others than when it began. */
  readonly others: number | undefined;
  readonly printed: readonly string[];
  /** In milliseconds. */
  readonly clock: number;
}

/** Of what a script made, or printed, so much is shown. */
export const MOST_SHOWN = 10_000;

/** How far a script of one's own is, and what it made, in lines. */
export function reducingLines(sight: ReducingSight, width: number): Line[] {
  const { now, script, name, rows, unread, printed } = sight;
  const without = unread === 0 ? '' : `, without ${formatCount(unread)} that could not be read`;
  const given = `${formatNumberOf(rows, 'confirmed result')}${without}`;
  return [
    ...stepLines(sight, width),
    [],
    ...(now.step === 'made' ? [...valueLines(now.reduction, width), []] : []),
    ...factLines('Script', name, width),
    ...(now.step === 'made' ? factLines('SHA-256', now.reduction.sha256, width) : []),
    ...factLines('Results', given, width),
    ...factLines('Limits', `${formatDuration(script.seconds)}, ${script.memory} MiB of memory`, width),
    ...printedLines(printed, width),
  ];
}

function stepLines({ now, name, script, clock, others }: ReducingSight, width: number): Line[] {
  switch (now.step) {
    case 'running': {
      const { text, fraction } = elapsed(now.beganAt, clock, script.seconds);
      return [...wrapped(`Running ${name}: ${text}`, width, { bold: true }), bar(fraction, width)];
    }
    case 'made':
      return [
        ...wrapped(`! NOT PROVEN: ${REDUCTION_NOTE}.`, width, { tone: 'warn', bold: true }),
        ...wrapped(`${name} ended after ${formatDuration(now.seconds)}.`, width, {}),
        ...(others === undefined ? [] : wrapped(othersText(others), width, { tone: 'warn' })),
      ];
    case 'stopped':
      return wrapped(`■ ${name} was stopped: it made nothing. a runs it again.`, width, { tone: 'warn' });
    case 'failed':
      return [
        ...cleanLines(`✗ ${now.problem}`).flatMap((text) => wrapped(text, width, { tone: 'bad' })),
        ...wrapped('a runs it again; o chooses another script, or other limits.', width, { tone: 'muted' }),
      ];
  }
}

function othersText(others: number): string {
  return `! By now there are other results, ${formatCount(others)} in all: a runs it on those.`;
}

function valueLines({ value }: Reduction, width: number): Line[] {
  const heading = line('What it made', { tone: 'accent', bold: true });
  return [heading, ...textLines(valueText(value, width), width, 'an export has all of it')];
}

/** A value as JSON: in one line where there is room, else with a line for each part. */
function valueText(value: unknown, width: number): string {
  const short = jsonLine(value);
  return short.length <= width && cellWidth(short) <= width ? short : JSON.stringify(value, undefined, 2);
}

function printedLines(printed: readonly string[], width: number): Line[] {
  if (printed.length === 0) return [];
  const heading = line('What it printed', { tone: 'accent', bold: true });
  return [[], heading, ...textLines(printed.join('\n'), width, 'it is not kept')];
}

/** A text of several lines from outside; the spaces that a line begins with stay. */
function textLines(text: string, width: number, rest: string): Line[] {
  const isCut = text.length > MOST_SHOWN;
  const lines = cleanLines(text.slice(0, MOST_SHOWN)).flatMap((one): Line[] => {
    const indent = ' '.repeat(Math.min(one.length - one.trimStart().length, Math.floor(width / 2)));
    return wrapText(one.trimStart(), width - indent.length).map((part) => line(indent + part));
  });
  return isCut ? [...lines, ...wrapped(`… and more: ${rest}.`, width, { tone: 'muted' })] : lines;
}

function wrapped(text: string, width: number, look: Parameters<typeof line>[1]): Line[] {
  return wrapText(text, width).map((part) => line(part, look));
}
