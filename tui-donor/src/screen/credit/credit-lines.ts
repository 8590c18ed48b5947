import { formatCount, formatNumberOf } from '@cairn/tui-kit';
import { cleanText, fitLine, type Line } from '@cairn/tui-kit/screen';
import type { Standing } from '../../credit/credit-api.js';
import { placeOf } from '../../credit/place-of.js';

/** A donor's credit in a line; none while there is nothing to tell. */
export function creditLines(standing: Standing | undefined, width: number): Line[] {
  if (standing === undefined) return [];
  const { nickname, provenRows, proofs, waitingProofs } = standing;
  const waiting = waitingProofs === 0 ? '' : `, ${formatNumberOf(waitingProofs, 'proof')} waiting`;
  return [
    fitLine(
      [
        { text: `${placeOf(standing)}  `, bold: true },
        { text: `${formatNumberOf(provenRows, 'proven row')}`, tone: 'good' },
        { text: ` of ${formatCount(proofs)} confirmed${waiting}`, tone: 'muted' },
        { text: nickname == null ? '' : `  as ${cleanText(nickname)}`, tone: 'muted' },
      ],
      width,
    ),
  ];
}

/** What counts of it, where there is no line for it: the place and the rows. */
export function creditBrief(standing: Standing | undefined): string {
  if (standing === undefined) return '';
  return `${placeOf(standing)}, ${formatNumberOf(standing.provenRows, 'proven row')}`;
}
