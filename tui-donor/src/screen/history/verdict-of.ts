import type { PieceStandingQuery } from '@cairn/shared-schema/donor';
import { cleanText } from '@cairn/tui-kit/screen';
import type { Verdict } from './finished-piece.js';

/**
 * How a proof of ours stands.
 * @param group what the server says of its input group; undefined where there is none any more
 */
export function verdictOf(sha256: string, group: PieceStandingQuery['inputGroup'] | undefined): Verdict {
  if (group === undefined || group === null) return { state: 'gone' };
  // A proof may be rejected, sent again and confirmed: what stands now comes first.
  if (group.proof?.sha256 === sha256) {
    if (group.proof.state !== 'CONFIRMED') return { state: 'waiting' };
    return { state: 'confirmed', at: group.confirmedAt ?? undefined };
  }
  const rejection = group.rejections.findLast(({ proofSha256 }) => proofSha256 === sha256);
  if (rejection !== undefined) {
    return { state: 'rejected', at: rejection.rejectedAt, reason: cleanText(rejection.reason) };
  }
  return { state: 'other' };
}
