import { formatDuration, localTime } from '@cairn/tui-kit';
import { cleanText, factLines, type Line, wrapText } from '@cairn/tui-kit/screen';
import { bindingLabel } from '../../programs/unbound.js';
import { endText, type ProgramRow, rateText } from './program-columns.js';
import { stateBar, stateLegend } from './state-bar.js';

/** How a program stands: the bar, what it means, and how fast proofs come. */
export function standingLines({ program, pulse }: ProgramRow, width: number): Line[] {
  const { groupCounts, decisions } = program;
  const rate = rateText(pulse);
  const end = endText(pulse);
  const pace = [
    rate === '' ? 'too few proofs to tell how fast they come' : `${rate} of proofs`,
    ...(end === '' ? [] : [`the last one in about ${end}`]),
    `${decisions.rejected} rejected so far`,
  ].join(', ');
  return [
    stateBar(groupCounts, width),
    ...wrapLegend(stateLegend(groupCounts), width),
    ...wrapText(pace, width).map((text): Line => [{ text, tone: 'muted' }]),
  ];
}

/** Cuts the legend between two states where it is too wide for one line. */
function wrapLegend(legend: Line, width: number): Line[] {
  const lines: Line[] = [];
  let current: Line = [];
  for (let at = 0; at < legend.length; at += 2) {
    const pair = legend.slice(at, at + 2);
    const joined = [...current, ...pair];
    if (joined.reduce((sum, { text }) => sum + text.length, 0) <= width || current.length === 0)
      current = joined;
    else {
      lines.push(current);
      current = pair.map((piece, place) =>
        place === 0 ? { ...piece, text: piece.text.trimStart() } : piece,
      );
    }
  }
  return [...lines, current];
}

/** Everything that is known of a program. */
export function programLines(row: ProgramRow, width: number): Line[] {
  const { program } = row;
  const facts: readonly (readonly [string, string])[] = [
    ['Description', program.description],
    ['Id', program.id],
    ['Program hash', program.programHash],
    ['Binding', bindingLabel(program.inputBinding)],
    ['Calldata', program.calldata.toLowerCase()],
    ['Outputs', program.outputs.map(({ name, type }) => `${name}: ${type}`).join(', ') || 'none declared'],
    ['Lease', formatDuration(program.leaseSeconds)],
    ['Published', localTime(program.createdAt)],
    ['Executable', `SHA-256 ${program.executableSha256}`],
  ];
  return [
    ...standingLines(row, width),
    [],
    ...facts.flatMap(([label, value]) => (value === '' ? [] : factLines(label, cleanText(value), width))),
  ];
}
