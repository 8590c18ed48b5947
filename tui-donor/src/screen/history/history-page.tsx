import {
  bind,
  type Command,
  type Line,
  LinesView,
  line,
  panel,
  useBodySize,
  useCopy,
  useLayer,
  useList,
  useNotice,
  useOverlays,
  useValue,
} from '@cairn/tui-kit/screen';
import { type ReactNode, useMemo } from 'react';
import type { CreditFeed } from '../credit/credit-feed.js';
import { creditBrief, creditLines } from '../credit/credit-lines.js';
import { dayTotals, totalLines } from './day-totals.js';
import { detailLines } from './detail-lines.js';
import type { JudgedPiece } from './finished-piece.js';
import { HISTORY_COLUMNS } from './history-columns.js';
import type { HistoryFeed } from './history-feed.js';

const group = 'History';
const REFRESH: Command = { keys: ['r'], title: 'Ask the server again', group, short: 'ask again' };
const COPY: Command = { keys: ['y'], title: 'Copy the hash of the proof', group, short: 'copy hash' };

const MOST_DAYS = 5;
/** Where there is less room, what counts of the credit stands in the frame of the days. */
const LEAST_WITH_CREDIT = 14;
const keyOf = ({ piece }: JudgedPiece): string => piece.clientKey;

export interface HistoryPageProps {
  readonly history: HistoryFeed;
  readonly credit: CreditFeed;
}

/** Everything that was finished here, and what became of it. */
export function HistoryPage(props: HistoryPageProps): ReactNode {
  const { history, credit } = props;
  const pieces = useValue(history.pieces);
  const trouble = useValue(history.trouble);
  const { width, height } = useBodySize();
  const overlays = useOverlays();
  const standing = useValue(credit.standing);
  const credits = creditLines(standing, width - 4);
  const creditHeight = credits.length === 0 || height < LEAST_WITH_CREDIT ? 0 : credits.length + 2;
  // Made of thousands of pieces, and the same while one only looks at them.
  const days = useMemo(() => dayTotals(pieces), [pieces]);
  const totals = totalLines(days.slice(0, height > 20 ? MOST_DAYS : 1), width - 4);
  const totalsHeight = totals.length === 0 ? 0 : totals.length + 2;
  const listHeight = height - totalsHeight - creditHeight;
  const list = useList({
    ...{ rows: pieces, columns: HISTORY_COLUMNS, keyOf, focused: true },
    width: width - 4,
    height: listHeight - 2,
    onOpen: (piece) => overlays.showLines('Piece of work', (room) => detailLines(piece, room)),
  });
  useHistoryKeys(props, list.selected);
  const content = pieces.length === 0 ? EMPTY : list.lines;
  const note = trouble === undefined ? list.note : `could not ask the server; r tries again`;
  const brief = creditHeight === 0 ? creditBrief(standing) : '';
  return (
    <LinesView
      lines={[
        ...panel(content, { title: 'History', width, height: listHeight, focused: true, note }),
        ...(creditHeight === 0 ? [] : panel(credits, { title: 'Credit', width, height: creditHeight })),
        ...(totals.length === 0
          ? []
          : panel(totals, { title: 'Days', width, height: totalsHeight, note: brief })),
      ]}
    />
  );
}

function useHistoryKeys({ history, credit }: HistoryPageProps, selected: JudgedPiece | undefined): void {
  const notice = useNotice();
  const copy = useCopy();
  const refresh = async (): Promise<void> => {
    notice('Asking the server…');
    const [hasAnswered] = await Promise.all([history.refresh(), credit.refresh()]);
    notice(hasAnswered ? 'The server has answered' : 'The server could not be asked');
  };
  const hash = selected?.piece.proof?.sha256;
  useLayer('page', {
    bindings: [
      bind(REFRESH, refresh),
      ...(hash === undefined ? [] : [bind(COPY, () => copy(hash, 'the SHA-256 of the proof'))]),
    ],
  });
}

const EMPTY: readonly Line[] = [
  line('Nothing is finished yet.', { bold: true }),
  line('What you prove stands here, with what became of it at the organization.', { tone: 'muted' }),
  line('1 shows the work of the moment.', { tone: 'muted' }),
];
