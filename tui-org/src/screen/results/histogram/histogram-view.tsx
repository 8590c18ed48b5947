import {
  chartStyleOf,
  cleanText,
  LinesView,
  line,
  panel,
  useBodySize,
  useLayer,
  useList,
  useOverlays,
  useValue,
} from '@cairn/tui-kit/screen';
import { type ReactNode, useMemo } from 'react';
import { type Bin, histogram } from '../../../results/histogram.js';
import { useCrumbs } from '../../desk/crumbs.js';
import { resultsNote } from '../results-note.js';
import type { ResultSetProps } from '../results-props.js';
import { useChoiceKeys } from '../use-choice-keys.js';
import { useResultsKeys } from '../use-results-keys.js';
import { binColumns, rangeText } from './bin-columns.js';
import { binLines } from './bin-lines.js';
import { leftOutText, spreadText } from './spread-text.js';

const keyOf = ({ from }: Bin): string => String(from);
const NOTHING = [line('No output could be read: there is nothing to count.', { tone: 'muted' })];

/** How the values of an output are spread over all results: a bar for each range, and what is in it. */
export function HistogramView(props: ResultSetProps & { readonly output: string }): ReactNode {
  const { desk, program, work, set, output } = props;
  const { width, height } = useBodySize();
  const overlays = useOverlays();
  const loaded = useValue(work.feed.results);
  const { bins } = useValue(work.choice);
  const style = chartStyleOf(desk.place.env);
  const { shape, title, leftOut } = useMemo(() => {
    const index = set.columns.findIndex(({ name }) => name === output);
    const made = histogram(set.columns, set.rows, index, bins);
    return { shape: made, title: spreadText(set, made), leftOut: leftOutText(set, made) };
  }, [set, output, bins]);
  const columns = useMemo(() => binColumns(shape, width - 6, style), [shape, width, style]);
  const list = useList({
    ...{ rows: shape.bins, columns, keyOf, focused: true },
    width: width - 4,
    height: height - 2,
    onOpen: (bin) => overlays.showLines(rangeText(bin), (room) => binLines(set, output, bin, room)),
  });
  useCrumbs(cleanText(program.name), `Histogram of ${cleanText(output)}`);
  useLayer('page', { bindings: [...useChoiceKeys(props, 'bins'), ...useResultsKeys(props)] });
  const note = resultsNote(loaded, leftOut === '' ? list.note : `${leftOut}; ${list.note}`);
  const content = shape.bins.length === 0 ? NOTHING : list.lines;
  return <LinesView lines={panel(content, { title, width, height, focused: true, note })} />;
}
