import { formatCount, formatDuration, formatPercent } from '@cairn/tui-kit';
import { cleanText, type ListColumn, textOf } from '@cairn/tui-kit/screen';
import type { OwnProgram } from '../../programs/find-program.js';
import { groupsLeft } from './groups-left.js';
import type { Pulse } from './pulse.js';
import { stateBar } from './state-bar.js';

/** A program as the list shows it. */
export interface ProgramRow {
  readonly program: OwnProgram;
  readonly pulse: Pulse | undefined;
}

const BAR_WIDTH = 16;

function doneOf({ program: { groupCounts } }: ProgramRow): number {
  return groupCounts.total === 0 ? 0 : groupCounts.confirmed / groupCounts.total;
}

/** `12 an hour`, or nothing where it is not known. */
export function rateText(pulse: Pulse | undefined): string {
  const perHour = pulse?.perHour;
  if (perHour === undefined) return '';
  return perHour >= 10 ? `${formatCount(Math.round(perHour))}/h` : `${perHour.toFixed(1)}/h`;
}

/** In how long the last proof is to be expected. */
export function endText(pulse: Pulse | undefined): string {
  return pulse?.secondsLeft === undefined ? '' : formatDuration(pulse.secondsLeft);
}

/** The columns of the list of programs. */
export const PROGRAM_COLUMNS: readonly ListColumn<ProgramRow>[] = [
  { title: 'program', text: ({ program }) => cleanText(program.name), width: 14, grow: 1 },
  {
    title: 'input groups',
    text: ({ program }) => textOf(stateBar(program.groupCounts, BAR_WIDTH)),
    paint: ({ program }) => stateBar(program.groupCounts, BAR_WIDTH),
    sortBy: doneOf,
    descending: true,
    width: BAR_WIDTH,
  },
  {
    title: 'confirmed',
    text: (row) => formatPercent(doneOf(row)),
    sortBy: doneOf,
    descending: true,
    width: 9,
    align: 'right',
    spare: 2,
  },
  {
    title: 'to decide',
    text: ({ program }) => formatCount(program.groupCounts.proven),
    sortBy: ({ program }) => program.groupCounts.proven,
    descending: true,
    tone: ({ program }) => (program.groupCounts.proven > 0 ? 'accent' : 'plain'),
    width: 9,
    align: 'right',
  },
  {
    title: 'left',
    text: ({ program }) => formatCount(groupsLeft(program)),
    sortBy: ({ program }) => groupsLeft(program),
    descending: true,
    width: 9,
    align: 'right',
    spare: 1,
  },
  {
    title: 'rejected',
    text: ({ program }) => formatCount(program.decisions.rejected),
    sortBy: ({ program }) => program.decisions.rejected,
    descending: true,
    width: 8,
    align: 'right',
    spare: 4,
  },
  {
    title: 'rate',
    text: ({ pulse }) => rateText(pulse),
    sortBy: ({ pulse }) => pulse?.perHour ?? 0,
    descending: true,
    width: 8,
    align: 'right',
    spare: 3,
  },
  {
    title: 'ends in',
    text: ({ pulse }) => endText(pulse),
    sortBy: ({ pulse }) => pulse?.secondsLeft ?? Number.POSITIVE_INFINITY,
    width: 12,
    align: 'right',
    spare: 3,
  },
];
