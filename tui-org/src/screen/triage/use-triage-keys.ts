import type { ProofState } from '@cairn/shared-schema/org';
import { type Binding, bind, useCopy, useLayer, type useList, useOverlays } from '@cairn/tui-kit/screen';
import type { InboxRow } from '../../proofs/inbox-row.js';
import { filterFields, filterText } from './filter-form.js';
import { TRIAGE_COMMANDS } from './triage-commands.js';
import type { TriageWork } from './triage-work.js';
import { useTriage } from './use-triage.js';

export interface TriageKeys {
  readonly work: TriageWork;
  readonly list: ReturnType<typeof useList<InboxRow>>;
  readonly isOpen: boolean;
  readonly onOpen: (open: boolean) => void;
  /** Moves the evidence, while it has the keys. */
  readonly scrolling: readonly Binding[];
}

const NEXT_VIEW: Readonly<Record<ProofState, ProofState>> = {
  SUBMITTED: 'CONFIRMED',
  CONFIRMED: 'REJECTED',
  REJECTED: 'SUBMITTED',
};

/** The keys of the page Triage. */
export function useTriageKeys({ work, list, isOpen, onOpen, scrolling }: TriageKeys): void {
  const actions = useTriage(work);
  const overlays = useOverlays();
  const copy = useCopy();
  const { selected, shown } = list;
  const { chosen, mark, markAll } = marking(work, list);
  const filter = async (): Promise<void> => {
    const answers = await overlays.ask('Show only', filterFields(work.feed.inbox.get().rows, list.filter));
    if (answers !== undefined) list.setFilter(filterText(answers));
  };
  const hash = selected?.proof.sha256;
  const unjudged = (): InboxRow[] => shown.filter(({ verdict }) => verdict === undefined);
  useLayer('page', {
    bindings: [
      ...(isOpen
        ? [bind(TRIAGE_COMMANDS.back, () => onOpen(false)), ...scrolling]
        : [bind(TRIAGE_COMMANDS.mark, mark)]),
      bind(TRIAGE_COMMANDS.verify, () => actions.verify(chosen(), true)),
      ...(work.verifier.isRunning
        ? [bind(TRIAGE_COMMANDS.stop, () => work.verifier.stop())]
        : [bind(TRIAGE_COMMANDS.verifyAll, () => actions.verify(unjudged(), false))]),
      bind(TRIAGE_COMMANDS.confirm, () => void actions.confirm(chosen(), false)),
      bind(TRIAGE_COMMANDS.reject, () => void actions.reject(chosen())),
      bind(TRIAGE_COMMANDS.undo, () => void actions.undo()),
      bind(TRIAGE_COMMANDS.automatic, () => void actions.toggleAutomatic()),
      bind(TRIAGE_COMMANDS.view, () => work.feed.show(NEXT_VIEW[work.feed.inbox.get().state])),
      bind(TRIAGE_COMMANDS.confirmAll, () => void actions.confirm(shown, true)),
      bind(TRIAGE_COMMANDS.markAll, markAll),
      bind(TRIAGE_COMMANDS.filter, () => void filter()),
      bind(TRIAGE_COMMANDS.reload, () => work.feed.refresh()),
      ...(hash === undefined
        ? []
        : [bind(TRIAGE_COMMANDS.copy, () => copy(hash, 'the SHA-256 of the proof'))]),
    ],
  });
}

/** Which proofs are meant, and how that is changed. */
function marking(work: TriageWork, { selected, shown, moveBy }: TriageKeys['list']) {
  const marked = work.marked.get();
  return {
    /** Those that are marked; the one under the cursor where none is. */
    chosen(): readonly InboxRow[] {
      const rows = shown.filter(({ proof }) => marked.has(proof.id));
      return rows.length > 0 || selected === undefined ? rows : [selected];
    },
    mark(): void {
      if (selected === undefined) return;
      work.mark([selected.proof.id], !marked.has(selected.proof.id));
      moveBy(1);
    },
    markAll(): void {
      const ids = shown.map(({ proof }) => proof.id);
      if (marked.size > 0) work.mark([...marked], false);
      else work.mark(ids, true);
    },
  };
}
