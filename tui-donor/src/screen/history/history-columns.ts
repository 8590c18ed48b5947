import { formatBytes, formatCount, formatDuration, localTime } from '@cairn/tui-kit';
import { cleanText, type ListColumn, type Tone } from '@cairn/tui-kit/screen';
import type { Outcome } from '../../work/piece-of-work.js';
import type { JudgedPiece, Verdict } from './finished-piece.js';

const STATES: Readonly<Record<Verdict['state'], readonly [string, Tone]>> = {
  unknown: ['… not asked', 'muted'],
  waiting: ['◷ waiting', 'accent'],
  confirmed: ['✓ confirmed', 'good'],
  rejected: ['✗ rejected', 'bad'],
  other: ['other proof', 'warn'],
  gone: ['deleted', 'muted'],
};

const OUTCOMES: Readonly<Record<Exclude<Outcome, 'proven'>, readonly [string, Tone]>> = {
  executed: ['✓ executed', 'good'],
  superseded: ['superseded', 'warn'],
  failed: ['✗ failed', 'bad'],
  declined: ['given back', 'muted'],
  released: ['given back', 'muted'],
  lost: ['lease lost', 'warn'],
  cancelled: ['cancelled', 'muted'],
  refused: ['✗ refused', 'bad'],
};

/** How a piece stands, in a word or two, and how that looks. */
export function standingOfPiece({ outcome, verdict }: JudgedPiece): readonly [string, Tone] {
  return outcome === 'proven' ? STATES[verdict.state] : OUTCOMES[outcome];
}

function groupOf({ piece }: JudgedPiece) {
  return piece.reservation?.inputGroup;
}

/** The columns of the history. */
export const HISTORY_COLUMNS: readonly ListColumn<JudgedPiece>[] = [
  { title: 'finished', text: ({ finishedAt }) => localTime(finishedAt), width: 16, descending: true },
  {
    title: 'state',
    text: (row) => standingOfPiece(row)[0],
    tone: (row) => standingOfPiece(row)[1],
    width: 12,
  },
  {
    title: 'program / input group',
    text: (row) => cleanText(`${groupOf(row)?.program.name ?? '?'} / ${groupOf(row)?.name ?? '?'}`),
    width: 18,
    grow: 1,
  },
  {
    title: 'steps',
    text: ({ piece }) => (piece.execution === undefined ? '' : formatCount(piece.execution.steps)),
    sortBy: ({ piece }) => piece.execution?.steps ?? 0,
    descending: true,
    width: 12,
    align: 'right',
    spare: 2,
  },
  {
    title: 'proved in',
    text: ({ piece }) => (piece.proof === undefined ? '' : formatDuration(piece.proof.seconds)),
    sortBy: ({ piece }) => piece.proof?.seconds ?? 0,
    descending: true,
    width: 12,
    align: 'right',
    spare: 1,
  },
  {
    title: 'proof',
    text: ({ piece }) => (piece.proof === undefined ? '' : formatBytes(piece.proof.bytes)),
    sortBy: ({ piece }) => piece.proof?.bytes ?? 0,
    descending: true,
    width: 9,
    align: 'right',
    spare: 3,
  },
];
