import type { ProofFactsFragment } from '@cairn/shared-schema/org';
import type { Workplace } from '../../cli/workplace.js';
import { type InboxRow, inboxRow } from '../inbox-row.js';
import { LocalKnowledge } from '../local-knowledge.js';
import { readMatch } from './match-option.js';
import { rowMatcher } from './match-row.js';

/**
 * The proofs that a command's filter lets through, with what this machine knows of them.
 * @throws UsageError for a filter that cannot be used; ClientError LOCAL_FILE_DAMAGED
 */
export async function matchingRows(
  place: Workplace,
  proofs: readonly ProofFactsFragment[],
  match: string | undefined,
): Promise<InboxRow[]> {
  const matches = rowMatcher(readMatch(match), Date.now());
  const known = await new LocalKnowledge(place).ofAll(proofs);
  return known.map((one) => inboxRow(one)).filter(matches);
}
