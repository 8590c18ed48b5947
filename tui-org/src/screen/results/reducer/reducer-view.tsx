import {
  bind,
  cleanText,
  type Line,
  LinesView,
  line,
  panel,
  useBodySize,
  useLayer,
  useScroll,
  useValue,
  wrapText,
} from '@cairn/tui-kit/screen';
import type { ReactNode } from 'react';
import { useCrumbs } from '../../desk/crumbs.js';
import { REDUCER_COMMANDS, RESULTS_COMMANDS } from '../results-commands.js';
import type { ResultSetProps } from '../results-props.js';
import { ReducingView } from './reducing-view.js';
import { useChooseScript } from './use-choose-script.js';

/** A script of one's own over all results. */
export function ReducerView(props: ResultSetProps): ReactNode {
  const reducing = useValue(props.work.reducing);
  useCrumbs(cleanText(props.program.name), 'Reducer');
  return reducing === undefined ? (
    <ChooseScript {...props} />
  ) : (
    <ReducingView {...props} reducing={reducing} />
  );
}

const EXPLANATION = [
  'o chooses a script of your own that makes one value of all results: a JavaScript module of one file, such as',
  '  export default (rows, columns) => rows',
  '    .filter(({ outputs }) => outputs.energy < -3n)',
  '    .length;',
  'Integers are BigInts. It runs in a process of its own that may read no files, within limits of time and memory; it is no sandbox for what a stranger gave you.',
  "What it makes is marked as your own script's word wherever it goes: no proof covers it.",
];

function ChooseScript({ work }: ResultSetProps): ReactNode {
  const { width, height } = useBodySize();
  const choose = useChooseScript(work);
  const { lines, bindings, note } = useScroll(explanationLines(width - 4), height - 2);
  useLayer('page', {
    bindings: [
      bind(REDUCER_COMMANDS.choose, () => void choose()),
      bind(RESULTS_COMMANDS.back, () => work.choose({ look: 'rows' })),
      ...bindings,
    ],
  });
  return <LinesView lines={panel(lines, { title: 'Reducer', width, height, focused: true, note })} />;
}

function explanationLines(width: number): Line[] {
  return EXPLANATION.flatMap((text) =>
    // Lines of the script stay as they are.
    text.startsWith(' ') ? [line(text, { tone: 'accent' })] : wrapText(text, width).map((part) => line(part)),
  );
}
