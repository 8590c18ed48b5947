import { jsonLine } from '@cairn/tui-kit';
import {
  type Binding,
  bind,
  LinesView,
  panel,
  useBodySize,
  useClock,
  useCopy,
  useLayer,
  useNotice,
  useScroll,
  useValue,
} from '@cairn/tui-kit/screen';
import { type ReactNode, useMemo } from 'react';
import { areSameResults } from '../../../results/same-results.js';
import { useExport } from '../export/use-export.js';
import { REDUCER_COMMANDS, RESULTS_COMMANDS } from '../results-commands.js';
import type { ResultSetProps } from '../results-props.js';
import type { Reducing } from './reducing.js';
import { MOST_SHOWN, reducingLines } from './reducing-lines.js';
import { useChooseScript } from './use-choose-script.js';

type ReducingProps = ResultSetProps & { readonly reducing: Reducing };

/** A script of one's own at work, and what it made. */
export function ReducingView(props: ReducingProps): ReactNode {
  const { set, reducing } = props;
  const { width, height } = useBodySize();
  const now = useValue(reducing.step);
  const printed = useValue(reducing.printed);
  const clock = useClock(now.step === 'running');
  const all = useMemo(() => {
    const { name, script, set: given } = reducing;
    const rows = given.rows.filter(({ problem }) => problem === undefined).length;
    const others = areSameResults(given, set) ? undefined : set.rows.length;
    const sight = { now, name, script, rows, unread: given.rows.length - rows, others, printed, clock };
    return reducingLines(sight, width - 4);
  }, [reducing, set, now, printed, clock, width]);
  const { lines, bindings, note } = useScroll(all, height - 2);
  useLayer('page', { bindings: [...useReducingKeys(props), ...bindings] });
  return <LinesView lines={panel(lines, { title: 'Reducer', width, height, focused: true, note })} />;
}

function useReducingKeys(props: ReducingProps): readonly Binding[] {
  const { work, reducing } = props;
  const copy = useCopyOfValue();
  const choose = useChooseScript(work);
  const exportThem = useExport(props);
  const now = useValue(reducing.step);
  const back = bind(RESULTS_COMMANDS.back, () => work.choose({ look: 'rows' }));
  if (now.step === 'running') return [bind(REDUCER_COMMANDS.stop, () => reducing.stop()), back];
  return [
    bind(REDUCER_COMMANDS.again, () => work.reduce(reducing.script)),
    bind(REDUCER_COMMANDS.choose, () => void choose()),
    bind(RESULTS_COMMANDS.export, () => void exportThem()),
    ...(now.step === 'made' ? [bind(REDUCER_COMMANDS.copy, () => copy(now.reduction.value))] : []),
    back,
  ];
}

/** What copies what a script made, as JSON; a terminal takes no more than some pages. */
function useCopyOfValue(): (value: unknown) => void {
  const copy = useCopy();
  const notice = useNotice();
  return (value) => {
    const text = jsonLine(value);
    if (text.length <= MOST_SHOWN) copy(text, 'what the script made');
    else notice('It is too long to be copied: e writes it into a file');
  };
}
