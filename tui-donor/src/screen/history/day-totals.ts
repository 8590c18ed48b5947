import { formatCount, formatDuration, formatNumberOf, localTime } from '@cairn/tui-kit';
import { fitLine, type Line } from '@cairn/tui-kit/screen';
import type { JudgedPiece } from './finished-piece.js';

/** What was done on a day. */
export interface DayTotal {
  /** `2026-11-26`, of the clock here. */
  readonly day: string;
  readonly proofs: number;
  readonly confirmed: number;
  readonly rejected: number;
  readonly steps: number;
  readonly seconds: number;
}

/** The totals of each day on which something was proven, the newest first. */
export function dayTotals(pieces: readonly JudgedPiece[]): DayTotal[] {
  const proven = pieces.filter(({ outcome }) => outcome === 'proven');
  const days = Map.groupBy(proven, ({ finishedAt }) => localTime(finishedAt).slice(0, 10));
  return [...days]
    .map(([day, of]) => ({
      day,
      proofs: of.length,
      confirmed: of.filter(({ verdict }) => verdict.state === 'confirmed').length,
      rejected: of.filter(({ verdict }) => verdict.state === 'rejected').length,
      steps: of.reduce((sum, { piece }) => sum + (piece.execution?.steps ?? 0), 0),
      seconds: of.reduce((sum, { piece }) => sum + (piece.proof?.seconds ?? 0), 0),
    }))
    .toSorted((one, other) => other.day.localeCompare(one.day));
}

/** The totals as lines, one for each day. */
export function totalLines(totals: readonly DayTotal[], width: number): Line[] {
  return totals.map(({ day, proofs, confirmed, rejected, steps, seconds }) =>
    fitLine(
      [
        { text: `${day}  `, bold: true },
        { text: `${formatNumberOf(proofs, 'proof')}, ` },
        { text: `✓ ${confirmed} confirmed`, tone: 'good' },
        { text: rejected === 0 ? '' : `, ✗ ${rejected} rejected`, tone: 'bad' },
        { text: `  ${formatCount(steps)} steps, ${formatDuration(seconds)} of proving`, tone: 'muted' },
      ],
      width,
    ),
  );
}
