import { formatCount } from '@cairn/tui-kit';
import { type Line, type Segment, type Tone } from '@cairn/tui-kit/screen';
import type { OwnProgram } from '../../programs/find-program.js';

type Counts = OwnProgram['groupCounts'];

/** A state of input groups: each has a filling of its own, so that none is told by colour alone. */
interface BarState {
  readonly state: Exclude<keyof Counts, '__typename' | 'total'>;
  readonly filling: string;
  readonly tone: Tone;
}

/** From what is done to what is not begun. */
const STATES: readonly BarState[] = [
  { state: 'confirmed', filling: '█', tone: 'good' },
  { state: 'proven', filling: '▓', tone: 'accent' },
  { state: 'executed', filling: '▒', tone: 'chart' },
  { state: 'reserved', filling: '░', tone: 'warn' },
  { state: 'available', filling: '·', tone: 'muted' },
  { state: 'failed', filling: '×', tone: 'bad' },
];

/** How the input groups of a program stand, as a bar of exactly `width` cells. What there is has at least one cell. */
export function stateBar(counts: Counts, width: number): Line {
  if (counts.total === 0) return [{ text: '─'.repeat(Math.max(0, width)), tone: 'border' }];
  const cells = shares(
    STATES.map(({ state }) => counts[state]),
    width,
  );
  return STATES.flatMap(({ filling, tone }, at): Segment[] => {
    const text = filling.repeat(cells[at] ?? 0);
    return text === '' ? [] : [{ text, tone }];
  });
}

/** What the fillings of the bar mean, with how many groups stand in each state. */
export function stateLegend(counts: Counts): Line {
  return STATES.flatMap(({ state, filling, tone }, at): Segment[] => [
    { text: `${at === 0 ? '' : '  '}${filling} `, tone },
    { text: `${state} ${formatCount(counts[state])}` },
  ]);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** Cells for each of some amounts, all together `width`: at least one for what is not nothing, else by proportion. */
function shares(amounts: readonly number[], width: number): number[] {
  const total = sumOf(amounts);
  const least: number[] = amounts.map((amount) => (amount > 0 ? 1 : 0));
  if (sumOf(least) > width) return least.map((cells, at) => (at < width ? cells : 0));
  const exact = amounts.map((amount) => (amount / total) * width);
  const cells = exact.map((share, at) => Math.max(Math.floor(share), least[at] ?? 0));
  // The cells that are left go to those that lost most by rounding.
  const byLoss = exact
    .map((share, at) => [share - (cells[at] ?? 0), at] as const)
    .toSorted((a, b) => b[0] - a[0]);
  for (const [, at] of byLoss.slice(0, Math.max(0, width - sumOf(cells)))) cells[at] = (cells[at] ?? 0) + 1;
  // What has its one cell beyond its share has it from the largest.
  while (sumOf(cells) > width) {
    const largest = cells.indexOf(Math.max(...cells));
    cells[largest] = (cells[largest] ?? 0) - 1;
  }
  return cells;
}
