import {
  bind,
  cleanText,
  LinesView,
  panel,
  useBodySize,
  useClock,
  useCopy,
  useLayer,
  useScroll,
  useValue,
} from '@cairn/tui-kit/screen';
import type { ReactNode } from 'react';
import { useCrumbs } from '../../desk/crumbs.js';
import { EXPORT_COMMANDS, RESULTS_COMMANDS } from '../results-commands.js';
import type { ResultsProps } from '../results-props.js';
import { exportLines } from './export-lines.js';
import type { Exporting } from './exporting.js';
import { useExport } from './use-export.js';

/** Results on their way into a file, and what was written. */
export function ExportView(props: ResultsProps & { readonly exporting: Exporting }): ReactNode {
  const { program, work, exporting } = props;
  const { order } = exporting;
  const { width, height } = useBodySize();
  const copy = useCopy();
  const exportAgain = useExport(props);
  const now = useValue(exporting.step);
  const clock = useClock(now.step === 'reducing');
  const { lines, bindings, note } = useScroll(exportLines(order, now, clock, width - 4), height - 2);
  useCrumbs(cleanText(program.name), 'Export');
  useLayer('page', {
    bindings: [
      ...(exporting.isAtWork
        ? [bind(EXPORT_COMMANDS.stop, () => exporting.stop())]
        : [bind(RESULTS_COMMANDS.export, () => void exportAgain())]),
      ...(now.step === 'written'
        ? [bind(EXPORT_COMMANDS.copy, () => copy(order.path, 'the path of the file'))]
        : []),
      bind(RESULTS_COMMANDS.back, () => work.choose({ look: 'rows' })),
      ...bindings,
    ],
  });
  return <LinesView lines={panel(lines, { title: 'Export', width, height, focused: true, note })} />;
}
