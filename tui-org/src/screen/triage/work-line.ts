import { formatCount, formatDuration, formatNumberOf, formatPercent } from '@cairn/tui-kit';
import { cleanText, type Line } from '@cairn/tui-kit/screen';
import type { HeldDecision } from '../../decisions/decision-queue.js';
import type { Verification } from './verifier.js';

/** What is under way, as the line below the list tells it. */
export interface UnderWay {
  readonly verification: Verification | undefined;
  readonly held: readonly HeldDecision[];
  readonly automatic: boolean;
  /** What the person should hear of. */
  readonly news: string | undefined;
}

/** One line: the decisions that can still be taken back, how far a verification is, whether the automatic mode is on. */
export function workLine({ verification, held, automatic, news }: UnderWay, now: number): Line {
  const pieces: Line[] = [
    ...(automatic ? [[{ text: '⟳ automatic', tone: 'accent', bold: true } as const]] : []),
    ...(held.length > 0 ? [heldPiece(held, now)] : []),
    ...(verification === undefined ? [] : [verificationPiece(verification, now)]),
    ...(news === undefined ? [] : [[{ text: `! ${cleanText(news)}`, tone: 'warn' } as const]]),
  ];
  return pieces.flatMap((piece, at) =>
    at === 0 ? piece : [{ text: '  │  ', tone: 'border' as const }, ...piece],
  );
}

function heldPiece(held: readonly HeldDecision[], now: number): Line {
  const proofs = held.reduce((sum, { decision }) => sum + decision.proofIds.length, 0);
  const what = `${formatNumberOf(proofs, 'proof')} decided`;
  const trouble = held.find((one) => one.trouble !== undefined)?.trouble;
  if (trouble !== undefined)
    return [{ text: `! ${what}, waiting for the server: ${cleanText(trouble)}`, tone: 'warn' }];
  if (held.every(({ sending }) => sending)) return [{ text: `→ ${what}, being sent`, tone: 'accent' }];
  const seconds = Math.max(0, Math.ceil((Math.min(...held.map(({ dueAt }) => dueAt)) - now) / 1000));
  return [{ text: `→ ${what}, sent in ${seconds} s: u takes it back`, tone: 'accent', bold: true }];
}

function verificationPiece(state: Verification, now: number): Line {
  const { total, valid, invalid, open, beganAt, endedAt, stopped, problem } = state;
  const done = valid + invalid + open;
  const counts = [
    `${formatCount(valid)} valid`,
    ...(invalid === 0 ? [] : [`${formatCount(invalid)} INVALID`]),
    ...(open === 0 ? [] : [`${formatCount(open)} not judged`]),
  ].join(', ');
  if (problem !== undefined) return [{ text: `✗ ${cleanText(problem)}`, tone: 'bad' }];
  if (stopped === true)
    return [
      { text: `■ stopped after ${formatCount(done)} of ${formatCount(total)}: ${counts}`, tone: 'warn' },
    ];
  const seconds = ((endedAt ?? now) - beganAt) / 1000;
  if (endedAt !== undefined)
    return [
      {
        text: `${invalid + open > 0 ? '!' : '✓'} ${counts} in ${formatDuration(seconds)}`,
        tone: invalid + open > 0 ? 'warn' : 'good',
      },
    ];
  const left = done === 0 ? '' : `, ${formatDuration((seconds / done) * (total - done))} left`;
  const part = formatPercent(done / total);
  return [
    {
      text: `verifying ${formatCount(done)} of ${formatCount(total)} ${part}, ${formatDuration(seconds)}${left}: ${counts}`,
      tone: 'plain',
    },
  ];
}
