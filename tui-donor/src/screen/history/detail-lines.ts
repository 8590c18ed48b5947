import { formatBytes, formatCount, formatDuration, localTime } from '@cairn/tui-kit';
import { cleanText, FACT_LABEL, factLines, type Line, line, wrapText } from '@cairn/tui-kit/screen';
import type { JudgedPiece, Verdict } from './finished-piece.js';
import { standingOfPiece } from './history-columns.js';

/** Everything that is known of a finished piece. */
export function detailLines(judged: JudgedPiece, width: number): Line[] {
  const { piece, beganAt, finishedAt, verdict } = judged;
  const group = piece.reservation?.inputGroup;
  const [state, tone] = standingOfPiece(judged);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Program', group?.program.name],
    ['Input group', group?.name],
    ['Organization', group?.program.organization.name],
    ['Server', piece.serverUrl],
    ['Began', localTime(beganAt)],
    ['Finished', localTime(finishedAt)],
    ['Steps', piece.execution && formatCount(piece.execution.steps)],
    ['Proved in', piece.proof && formatDuration(piece.proof.seconds)],
    ['Proof size', piece.proof && formatBytes(piece.proof.bytes)],
    ['Proof SHA-256', piece.proof?.sha256],
  ];
  return [
    [
      { text: 'State'.padEnd(FACT_LABEL), tone: 'muted' },
      { text: state, tone, bold: true },
    ],
    ...explain(verdict, judged.outcome === 'proven', width),
    ...facts.flatMap(([label, value]) =>
      value === undefined ? [] : factLines(label, cleanText(value), width),
    ),
  ];
}

function explain(verdict: Verdict, isProof: boolean, width: number): Line[] {
  if (!isProof) return [];
  const wrapped = (text: string): Line[] =>
    wrapText(text, width - FACT_LABEL).map((part) => line(' '.repeat(FACT_LABEL) + part));
  switch (verdict.state) {
    case 'waiting':
      return wrapped('The server has verified it. The organization verifies it again, and decides.');
    case 'confirmed':
      return verdict.at === undefined ? [] : wrapped(`on ${localTime(verdict.at)}`);
    case 'rejected':
      return wrapped(`on ${localTime(verdict.at)}, because: ${verdict.reason}`);
    case 'other':
      return wrapped('Another valid proof stands there. Nothing is wrong with yours.');
    case 'gone':
      return wrapped('The organization has deleted the input group or its program.');
    case 'unknown':
      return wrapped('r asks the server.');
  }
}
