import { useValue } from '@cairn/tui-kit/screen';
import { type ReactNode, useEffect } from 'react';
import { ExportView } from './export/export-view.js';
import { HistogramView } from './histogram/histogram-view.js';
import { ReducerView } from './reducer/reducer-view.js';
import { chosenOutput } from './results-choice.js';
import type { ResultsProps } from './results-props.js';
import { ResultsView } from './results-view.js';
import { TopView } from './top/top-view.js';

/** The results of one program, in the way in which they are looked at. */
export function ProgramResults(props: ResultsProps): ReactNode {
  const { program, work } = props;
  // A program that was read again may have more confirmed proofs than before.
  useEffect(() => work.feed.renew(program), [work, program]);
  const set = useValue(work.feed.results).value?.set;
  const choice = useValue(work.choice);
  const exporting = useValue(work.exporting);
  if (choice.look === 'export' && exporting !== undefined) {
    return <ExportView {...props} exporting={exporting} />;
  }
  if (set === undefined || set.rows.length === 0) return <ResultsView {...props} />;
  if (choice.look === 'reducer') return <ReducerView {...props} set={set} />;
  const output = chosenOutput(set.columns, choice);
  if (choice.look === 'histogram' && output !== undefined)
    return <HistogramView {...{ ...props, set, output }} />;
  if (choice.look === 'top' && output !== undefined) return <TopView {...{ ...props, set, output }} />;
  return <ResultsView {...props} />;
}
