import {
  type Binding,
  bind,
  cleanText,
  type Line,
  line,
  useCopy,
  useOverlays,
  useValue,
  wrapText,
} from '@cairn/tui-kit/screen';
import { orderableOutputs } from '../../results/orderable-output.js';
import type { ResultRow } from '../../results/result-row.js';
import { useExport } from './export/use-export.js';
import { RESULTS_COMMANDS } from './results-commands.js';
import type { ResultsProps } from './results-props.js';

/** What the keys do where all results are listed; much of it only once there are some. */
export function useRowsKeys(props: ResultsProps, selected: ResultRow | undefined): readonly Binding[] {
  const { desk, program, work } = props;
  const overlays = useOverlays();
  const copy = useCopy();
  const exportThem = useExport(props);
  const seen = useValue(work.feed.results).value;
  const hasRows = seen !== undefined && seen.set.rows.length > 0;
  const canBeOrdered = hasRows && orderableOutputs(seen.set.columns).length > 0;
  const remarks = seen?.remarks ?? [];
  const hash = selected?.proofSha256;
  return [
    ...(canBeOrdered
      ? [
          bind(RESULTS_COMMANDS.histogram, () => work.choose({ look: 'histogram' })),
          bind(RESULTS_COMMANDS.top, () => work.choose({ look: 'top' })),
        ]
      : []),
    ...(hasRows
      ? [
          bind(RESULTS_COMMANDS.export, () => void exportThem()),
          bind(RESULTS_COMMANDS.reducer, () => work.choose({ look: 'reducer' })),
        ]
      : []),
    bind(RESULTS_COMMANDS.other, () => desk.program.set(undefined)),
    ...(remarks.length === 0
      ? []
      : [bind(RESULTS_COMMANDS.remarks, () => overlays.showLines('Remarks', remarkLines(remarks)))]),
    ...(hash === undefined
      ? []
      : [bind(RESULTS_COMMANDS.copy, () => copy(hash, 'the SHA-256 of the proof'))]),
    bind(RESULTS_COMMANDS.reload, () => void work.feed.refresh(program)),
  ];
}

function remarkLines(remarks: readonly string[]): (width: number) => Line[] {
  return (width) => remarks.flatMap((text) => wrapText(cleanText(text), width).map((part) => line(part)));
}
