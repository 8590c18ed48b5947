import type { ProofState } from '@cairn/shared-schema/org';
import { formatCount } from '@cairn/tui-kit';
import {
  beside,
  fitLine,
  instead,
  type Line,
  LinesView,
  panel,
  useBodySize,
  useClock,
  useList,
  useScroll,
  useValue,
  ValueStore,
} from '@cairn/tui-kit/screen';
import { type ReactNode, useEffect, useMemo } from 'react';
import { evidenceOf } from '../../proofs/evidence/evidence-of.js';
import { rowMatcher } from '../../proofs/filter/match-row.js';
import { parseFilter } from '../../proofs/filter/parse-filter.js';
import type { InboxRow } from '../../proofs/inbox-row.js';
import { useCrumbs } from '../desk/crumbs.js';
import type { Page } from '../page.js';
import { evidenceLines } from './evidence-lines.js';
import type { Inbox } from './inbox-feed.js';
import { triageColumns } from './triage-columns.js';
import { layoutTriage } from './triage-layout.js';
import { TriageWork } from './triage-work.js';
import { useTriageKeys } from './use-triage-keys.js';
import { workLine } from './work-line.js';

/** The inbox of proofs: evidence, verification, decisions. */
export const TRIAGE_PAGE: Page = {
  name: 'Triage',
  open(desk) {
    const work = new TriageWork(desk);
    const opened = new ValueStore(false);
    return {
      draw: () => <TriagePage {...{ work, opened }} />,
      quitQuestion: () => work.quitQuestion(),
    };
  },
};

/** What the views of proofs are called. */
const VIEWS: Readonly<Record<ProofState, string>> = {
  SUBMITTED: 'Waiting',
  CONFIRMED: 'Confirmed',
  REJECTED: 'Rejected',
};

const keyOf = ({ proof }: InboxRow): string => proof.id;
const match = (filter: string) => rowMatcher(parseFilter(filter).filter, Date.now());

interface TriagePageProps {
  readonly work: TriageWork;
  /** Whether the evidence has the keys. */
  readonly opened: ValueStore<boolean>;
}

function TriagePage({ work, opened }: TriagePageProps): ReactNode {
  useEffect(() => work.begin(), [work]);
  const inbox = useValue(work.feed.inbox);
  const marked = useValue(work.marked);
  const held = useValue(work.queue.held);
  const isOpen = useValue(opened);
  const { width, height } = useBodySize();
  const layout = layoutTriage(width, height);
  const columns = useMemo(() => {
    const heldOf = new Map(held.flatMap((one) => one.decision.proofIds.map((id) => [id, one])));
    return triageColumns((id) => heldOf.get(id));
  }, [held]);
  const list = useList({
    ...{ rows: inbox.rows, columns, keyOf, match, focused: !isOpen },
    width: layout.list.width - 4,
    height: layout.list.height - 2,
    isMarked: ({ proof }) => marked.has(proof.id),
    onOpen: () => opened.set(true),
  });
  const { selected } = list;
  useCrumbs(VIEWS[inbox.state], ...(isOpen && selected !== undefined ? [selected.groupName] : []));
  const isAlone = isOpen && layout.evidence === undefined;
  const room = isAlone ? { width, height: height - 1 } : (layout.evidence ?? layout.list);
  const evidence = useEvidence(work, selected, { ...room, isOpen });
  useTriageKeys({ work, list, isOpen, onOpen: (open) => opened.set(open), scrolling: evidence.bindings });
  const { problem } = parseFilter(list.filter);
  const content = instead(loadedOf(inbox), EMPTY[inbox.state], layout.list.width - 4) ?? list.lines;
  const frame = {
    title: titleOf(inbox, marked.size),
    ...layout.list,
    focused: !isOpen,
    note: problem ?? inbox.problem ?? list.note,
  };
  const lines = isAlone ? evidence.lines : arrange(panel(content, frame), evidence.lines, layout);
  return <LinesView lines={[...lines, useWorkLine(work, width)]} />;
}

/** The list, with the evidence where there is room for it. */
function arrange(list: Line[], evidence: Line[], layout: ReturnType<typeof layoutTriage>): Line[] {
  if (layout.evidence === undefined) return list;
  return layout.isBeside ? beside(list, evidence) : [...list, ...evidence];
}

const EMPTY: Readonly<Record<ProofState, string>> = {
  SUBMITTED: 'No proof waits for a decision. What donors prove comes in here by itself.',
  CONFIRMED: 'No proof has been confirmed yet. w shows those that wait.',
  REJECTED: 'No proof has been rejected.',
};

function loadedOf({ rows, total, loading, problem }: Inbox) {
  if (rows.length > 0) return { state: 'ready' as const, value: rows };
  if (problem !== undefined) return { state: 'failed' as const, value: undefined, problem };
  return { state: 'loading' as const, value: loading || total === undefined ? undefined : rows };
}

function titleOf({ state, rows, total, loading }: Inbox, marked: number): string {
  const much =
    loading && total !== undefined && total > rows.length
      ? ` (${formatCount(rows.length)} of ${formatCount(total)} read)`
      : '';
  return `${VIEWS[state]}${much}${marked === 0 ? '' : `, ${formatCount(marked)} marked`}`;
}

function useEvidence(
  work: TriageWork,
  row: InboxRow | undefined,
  { width, height, isOpen }: { readonly width: number; readonly height: number; readonly isOpen: boolean },
) {
  const details = useValue(work.details.details);
  const id = row?.proof.id;
  useEffect(() => (id === undefined ? undefined : work.details.lookAt(id)), [work, id]);
  const all = useMemo(
    () => (row === undefined ? [] : evidenceLines(evidenceOf(row, details.get(row.proof.id)), width - 4)),
    [row, details, width],
  );
  const { lines, bindings, note } = useScroll(all, height - 2);
  const title = row === undefined ? 'Evidence' : `Evidence of ${row.groupName}`;
  return { lines: panel(lines, { title, width, height, focused: isOpen, note }), bindings };
}

function useWorkLine(work: TriageWork, width: number): Line {
  const verification = useValue(work.verifier.state);
  const held = useValue(work.queue.held);
  const automatic = useValue(work.automatic.isOn);
  const news = useValue(work.news);
  const isMoving = held.length > 0 || (verification !== undefined && verification.endedAt === undefined);
  const now = useClock(isMoving);
  return fitLine([{ text: ' ' }, ...workLine({ verification, held, automatic, news }, now)], width);
}
