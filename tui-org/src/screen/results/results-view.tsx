import {
  cleanText,
  instead,
  type Line,
  LinesView,
  type Loaded,
  panel,
  useBodySize,
  useLayer,
  useList,
  useValue,
} from '@cairn/tui-kit/screen';
import { type ReactNode, useMemo } from 'react';
import type { ResultRow } from '../../results/result-row.js';
import { useCrumbs } from '../desk/crumbs.js';
import { keyOfResult, resultColumns } from './result-columns.js';
import { aggregateLines, restsOn } from './result-lines.js';
import type { SeenResults } from './results-feed.js';
import { resultsNote } from './results-note.js';
import type { ResultsProps } from './results-props.js';
import { useOpenResult } from './use-open-result.js';
import { useRowsKeys } from './use-rows-keys.js';

const EMPTY = 'No proof of this program is confirmed yet: 4 goes to those that wait.';
const NO_ROWS: readonly ResultRow[] = [];
/** Outputs that the frame of the aggregates shows, at most. */
const MOST_OUTPUTS = 6;
/** Lines that the list keeps with its frame, and those that the frame of the aggregates has beside the outputs. */
const LEAST_LIST = 6;
const AROUND_OUTPUTS = 4;

/** The results of one program: what they come to, and each of them. */
export function ResultsView(props: ResultsProps): ReactNode {
  const { program, work } = props;
  const { width, height } = useBodySize();
  const loaded = useValue(work.feed.results);
  const set = loaded.value?.set;
  const rows = set?.rows ?? NO_ROWS;
  const most = Math.max(1, Math.min(MOST_OUTPUTS, height - LEAST_LIST - AROUND_OUTPUTS));
  const sums = useMemo(
    () => (set === undefined || set.rows.length === 0 ? [] : aggregateLines(set, width - 4, most)),
    [set, width, most],
  );
  const sumsHeight = sums.length === 0 ? 0 : sums.length + 2;
  const columns = useMemo(() => resultColumns(set?.columns ?? []), [set]);
  const list = useList({
    ...{ rows, columns, keyOf: keyOfResult, focused: true },
    width: width - 4,
    height: height - sumsHeight - 2,
    onOpen: useOpenResult(set),
  });
  const name = cleanText(program.name);
  useCrumbs(name);
  useLayer('page', { bindings: useRowsKeys(props, list.selected) });
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

function noteOf(loaded: Loaded<SeenResults>, note: string): string {
  const remarks = loaded.value?.remarks.length ?? 0;
  return resultsNote(loaded, remarks === 0 ? note : `! ${remarks} remarks: v shows them; ${note}`);
}
