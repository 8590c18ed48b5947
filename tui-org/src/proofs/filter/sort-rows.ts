import type { InboxRow } from '../inbox-row.js';
import { hereOf } from './match-row.js';
import { HERE } from './proof-filter.js';

/** What proofs can be ordered by. */
export const ROW_ORDERS = ['oldest', 'newest', 'program', 'group', 'donor', 'here', 'steps', 'size'] as const;

export type RowOrder = (typeof ROW_ORDERS)[number];

type Compare = (one: InboxRow, other: InboxRow) => number;

/** Rows in an order; those that are alike there stay as they came: the oldest first. */
export function sortRows(rows: readonly InboxRow[], order: RowOrder): InboxRow[] {
  return [...rows].sort(comparers()[order]);
}

function comparers(): Readonly<Record<RowOrder, Compare>> {
  const { compare } = new Intl.Collator('en', { numeric: true });
  // What the server says of the time, not its order: that is by ids, which are almost the same.
  const oldest: Compare = (one, other) => one.submittedAt - other.submittedAt;
  return {
    oldest,
    newest: (one, other) => oldest(other, one),
    program: (one, other) => compare(one.programName, other.programName),
    group: (one, other) => compare(one.groupName, other.groupName),
    donor: (one, other) => compare(one.proof.donorKey ?? '', other.proof.donorKey ?? ''),
    here: (one, other) => HERE.indexOf(hereOf(one)) - HERE.indexOf(hereOf(other)),
    steps: (one, other) => other.proof.steps - one.proof.steps,
    size: (one, other) => other.proof.size - one.proof.size,
  };
}
