import { formatCount, localTime } from '@cairn/tui-kit';
import { cleanText, factLines, type Line } from '@cairn/tui-kit/screen';
import { stateText } from './group-columns.js';
import type { GroupRow } from './groups-feed.js';

/** Everything that is known of an input group. */
export function groupLines(group: GroupRow, width: number): Line[] {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['State', stateText(group.state)],
    ['Values', formatCount(group.valueCount)],
    ['Attempts', formatCount(group.attempts)],
    ['Proven', group.provenAt === null ? undefined : localTime(group.provenAt)],
    ['Confirmed', group.confirmedAt === null ? undefined : localTime(group.confirmedAt)],
    ...group.rejections.map(({ reason }, at) => [at === 0 ? 'Rejected' : '', reason] as const),
    ['Id', group.id],
    ['Commitment', group.inputCommitment],
    ['SHA-256', group.inputSha256],
    ['Kept here', group.kept ? 'yes' : "no: its proofs are judged by the server's copy"],
  ];
  return facts.flatMap(([label, value]) =>
    value === undefined ? [] : factLines(label, cleanText(value), width),
  );
}
