import { formatBytes, formatCount, formatDuration } from '@cairn/tui-kit';
import {
  cleanLines,
  cleanText,
  factLines,
  type Line,
  type Loaded,
  line,
  wrapText,
} from '@cairn/tui-kit/screen';
import { rejectsText } from '../../selection/rejects-text.js';
import { fitText, type ProgramRow, workLeft } from './browse-columns.js';

/** Everything about a program: what it is, what is left to do, what it takes here, its README. */
export function programLines(row: ProgramRow, readme: Loaded<string>, width: number): Line[] {
  return [
    ...wrapText(cleanText(row.program.description), width).map((text) => line(text)),
    [],
    ...factsOf(row).flatMap(([label, text]) => factLines(label, text, width)),
    [],
    line('README', { bold: true, tone: 'accent' }),
    ...readmeLines(readme, width),
  ];
}

type Fact = readonly [label: string, text: string];

function factsOf({ program, expected, mark }: ProgramRow): readonly Fact[] {
  const { groupCounts: counts, inputBinding, maxSteps } = program;
  const limit = maxSteps === null || maxSteps === undefined ? '' : ` (at most ${formatCount(maxSteps)})`;
  return [
    ['Work left', `${formatCount(workLeft(program))} of ${formatCount(counts.total)} input groups`],
    [
      '',
      `${counts.reserved} reserved, ${counts.proven} proven, ${counts.confirmed} confirmed, ${counts.failed} failed`,
    ],
    [
      'Steps',
      expected.steps === undefined
        ? 'not told by the organization'
        : `about ${formatCount(expected.steps)}${limit}`,
    ],
    [
      'Memory',
      expected.memory === undefined ? 'not known before it has run' : `about ${formatBytes(expected.memory)}`,
    ],
    [
      'Time',
      expected.seconds === undefined
        ? 'not known before something was proven here'
        : `about ${formatDuration(expected.seconds)}`,
    ],
    ['Rejects', `${rejectsText(program.decisions)} of its proofs by the organization`],
    ['You', wishText(mark)],
    ['Fits here', `${fitText(expected)}${expected.unfit === undefined ? '' : `: ${expected.unfit}`}`],
    [
      'Input binding',
      inputBinding === 'NONE'
        ? 'UNBOUND: a proof does not say on which input it was run'
        : cleanText(inputBinding).toLowerCase(),
    ],
  ];
}

function wishText(mark: string): string {
  if (mark === '✗') return '✗ have blocked it: no work for it (x allows it again)';
  return mark === ''
    ? '* works for it first, x never'
    : `${mark} prefer it: place ${mark.slice(1)} of your list`;
}

function readmeLines({ state, value, problem }: Loaded<string>, width: number): Line[] {
  if (state === 'failed') return [line(cleanText(`✗ ${problem ?? ''}; r tries again`), { tone: 'bad' })];
  if (value === undefined) return [line('Reading it…', { tone: 'muted' })];
  if (value.trim() === '') return [line('The program has none.', { tone: 'muted' })];
  return cleanLines(value).flatMap((text) => wrapText(text, width).map((part) => line(part)));
}
