import {
  bind,
  cleanText,
  instead,
  type Line,
  LinesView,
  type Loaded,
  line,
  panel,
  useBodySize,
  useCopy,
  useLayer,
  useList,
  useOverlays,
  useValue,
  wrapText,
} from '@cairn/tui-kit/screen';
import { type ReactNode, useEffect, useMemo } from 'react';
import type { OwnProgram } from '../../programs/find-program.js';
import type { ResultRow } from '../../results/result-row.js';
import { useCrumbs } from '../desk/crumbs.js';
import type { Desk } from '../desk/desk.js';
import { resultColumns } from './result-columns.js';
import { aggregateLines, restsOn, resultLines } from './result-lines.js';
import { RESULTS_COMMANDS } from './results-commands.js';
import type { ResultsFeed, SeenResults } from './results-feed.js';

const keyOf = ({ proofSha256, inputGroup }: ResultRow): string => `${inputGroup.id} ${proofSha256}`;
const EMPTY = 'No proof of this program is confirmed yet: 4 goes to those that wait.';
const NO_ROWS: readonly ResultRow[] = [];
/** Outputs that the frame of the aggregates has room for, at most. */
const MOST_OUTPUTS = 6;

export interface ResultsViewProps {
  readonly desk: Desk;
  readonly program: OwnProgram;
  readonly feed: ResultsFeed;
}

/** The results of one program: what they come to, and each of them. */
export function ResultsView({ desk, program, feed }: ResultsViewProps): ReactNode {
  const { width, height } = useBodySize();
  const loaded = useValue(feed.results);
  const overlays = useOverlays();
  const copy = useCopy();
  const { confirmed } = program.groupCounts;
  // biome-ignore lint/correctness/useExhaustiveDependencies: more confirmed proofs are the reason to read them again
  useEffect(() => feed.renew(program), [feed, confirmed]);
  const set = loaded.value?.set;
  const remarks = loaded.value?.remarks ?? [];
  const sums = set === undefined ? [] : aggregateLines(set, width - 4).slice(0, MOST_OUTPUTS + 1);
  const sumsHeight = set === undefined || set.rows.length === 0 ? 0 : sums.length + 2;
  const columns = useMemo(() => resultColumns(set?.columns ?? []), [set]);
  const list = useList({
    ...{ rows: set?.rows ?? NO_ROWS, columns, keyOf, focused: true },
    width: width - 4,
    height: height - sumsHeight - 2,
    onOpen: (row) => {
      if (set !== undefined)
        overlays.showLines(cleanText(row.inputGroup.name), (room) => resultLines(set, row, room));
    },
  });
  const hash = list.selected?.proofSha256;
  const name = cleanText(program.name);
  useCrumbs(name);
  useLayer('page', {
    bindings: [
      bind(RESULTS_COMMANDS.other, () => desk.program.set(undefined)),
      ...(remarks.length === 0
        ? []
        : [bind(RESULTS_COMMANDS.remarks, () => overlays.showLines('Remarks', remarkLines(remarks)))]),
      ...(hash === undefined
        ? []
        : [bind(RESULTS_COMMANDS.copy, () => copy(hash, 'the SHA-256 of the proof'))]),
      bind(RESULTS_COMMANDS.reload, () => void feed.refresh(program)),
    ],
  });
  const title = set === undefined ? name : `${name}: ${restsOn(set)}`;
  const frame = { title, width, height: height - sumsHeight, focused: true, note: noteOf(loaded, list.note) };
  return (
    <LinesView
      lines={[
        ...(sumsHeight === 0 ? [] : panel(sums, { title: 'All together', width, height: sumsHeight })),
        ...panel(contentOf(loaded, list.lines, width - 4), frame),
      ]}
    />
  );
}

function contentOf({ state, value, problem }: Loaded<SeenResults>, lines: readonly Line[], width: number) {
  if (value !== undefined && value.set.rows.length > 0) return lines;
  const rows = { state, value: value?.set.rows, ...(problem === undefined ? {} : { problem }) };
  return instead(rows, EMPTY, width) ?? lines;
}

function noteOf({ state, value }: Loaded<SeenResults>, note: string): string {
  if (state === 'failed') return 'could not ask the server; r tries again';
  const remarks = value?.remarks.length ?? 0;
  return remarks === 0 ? note : `! ${remarks} remarks: v shows them; ${note}`;
}

function remarkLines(remarks: readonly string[]): (width: number) => Line[] {
  return (width) => remarks.flatMap((text) => wrapText(cleanText(text), width).map((part) => line(part)));
}
