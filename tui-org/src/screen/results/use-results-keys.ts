import { type Binding, bind } from '@cairn/tui-kit/screen';
import { useExport } from './export/use-export.js';
import { RESULTS_COMMANDS } from './results-commands.js';
import type { ResultsProps } from './results-props.js';

/** What the keys do in every view that shows something of the results, and leads back to all of them. */
export function useResultsKeys(props: ResultsProps): readonly Binding[] {
  const { program, work } = props;
  const exportThem = useExport(props);
  return [
    bind(RESULTS_COMMANDS.back, () => work.choose({ look: 'rows' })),
    bind(RESULTS_COMMANDS.export, () => void exportThem()),
    bind(RESULTS_COMMANDS.reload, () => void work.feed.refresh(program)),
  ];
}
