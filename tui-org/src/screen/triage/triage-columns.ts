import { formatBytes, formatCount } from '@cairn/tui-kit';
import type { ListColumn, Tone } from '@cairn/tui-kit/screen';
import type { HeldDecision } from '../../decisions/decision-queue.js';
import { hereOf } from '../../proofs/filter/match-row.js';
import type { InboxRow } from '../../proofs/inbox-row.js';

/** What the list shows of a proof: what was found here, or what is about to become of it. */
export function standing(row: InboxRow, held: HeldDecision | undefined): readonly [text: string, tone: Tone] {
  if (held !== undefined)
    return held.decision.verdict.kind === 'confirm' ? ['→ confirm', 'accent'] : ['→ reject', 'warn'];
  if (row.problem !== undefined && row.verdict === undefined) return ['! not judged', 'warn'];
  if (row.verdict === undefined) return ['· not verified', 'muted'];
  if (!row.verdict.valid) return [`✗ ${row.verdict.reason}`, 'bad'];
  return row.statement.binding === 'none' ? ['✓ UNBOUND', 'warn'] : ['✓ valid', 'good'];
}

/** Time since then, in one unit: `3 h`. */
export function ageText(since: number, now: number): string {
  const minutes = Math.max(0, Math.floor((now - since) / 60_000));
  if (minutes < 1) return 'now';
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / 1440)} d`;
}

const HERE_ORDER = ['invalid', 'open', 'valid'];

/** The columns of the inbox. @param heldOf the decision that waits to be sent about a proof */
export function triageColumns(
  heldOf: (id: string) => HeldDecision | undefined,
): readonly ListColumn<InboxRow>[] {
  const standingOf = (row: InboxRow) => standing(row, heldOf(row.proof.id));
  return [
    { title: 'input group', text: ({ groupName }) => groupName, width: 12, grow: 2 },
    { title: 'program', text: ({ programName }) => programName, width: 10, grow: 1, spare: 1 },
    {
      title: 'here',
      text: (row) => standingOf(row)[0],
      tone: (row) => standingOf(row)[1],
      sortBy: (row) => HERE_ORDER.indexOf(hereOf(row)),
      width: 15,
    },
    { title: 'donor', text: ({ proof }) => proof.donorKey?.slice(0, 8) ?? '–', width: 8, spare: 3 },
    {
      title: 'age',
      text: ({ submittedAt }) => ageText(submittedAt, Date.now()),
      sortBy: ({ submittedAt }) => submittedAt,
      width: 6,
      align: 'right',
    },
    { ...amount('steps', formatCount), width: 11, spare: 4 },
    { ...amount('size', formatBytes), width: 8, spare: 5 },
  ];
}

/** A number of a proof: the largest first. */
function amount(of: 'steps' | 'size', format: (amount: number) => string) {
  return {
    title: of,
    text: ({ proof }: InboxRow) => format(proof[of]),
    sortBy: ({ proof }: InboxRow) => proof[of],
    descending: true,
    align: 'right',
  } as const;
}
