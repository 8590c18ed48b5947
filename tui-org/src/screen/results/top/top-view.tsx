import { formatCount } from '@cairn/tui-kit';
import {
  bind,
  cleanText,
  LinesView,
  panel,
  useBodySize,
  useCopy,
  useLayer,
  useList,
  useValue,
} from '@cairn/tui-kit/screen';
import { type ReactNode, useMemo } from 'react';
import { pickTop } from '../../../results/pick-top.js';
import { useCrumbs } from '../../desk/crumbs.js';
import { keyOfResult } from '../result-columns.js';
import { CHOICE_COMMANDS, RESULTS_COMMANDS } from '../results-commands.js';
import { resultsNote } from '../results-note.js';
import type { ResultSetProps } from '../results-props.js';
import { useChoiceKeys } from '../use-choice-keys.js';
import { useOpenResult } from '../use-open-result.js';
import { useResultsKeys } from '../use-results-keys.js';
import { type PlacedRow, topColumns } from './top-columns.js';

const keyOf = ({ row }: PlacedRow): string => keyOfResult(row);

/** The results with the greatest or the least values of an output. */
export function TopView(props: ResultSetProps & { readonly output: string }): ReactNode {
  const { program, work, set, output } = props;
  const { width, height } = useBodySize();
  const copy = useCopy();
  const open = useOpenResult(set);
  const loaded = useValue(work.feed.results);
  const { rows: limit, lowest } = useValue(work.choice);
  const rows = useMemo(() => {
    const picked = pickTop(set.columns, set.rows, { name: output, limit, lowest });
    return picked.map((row, at): PlacedRow => ({ place: at + 1, row }));
  }, [set, output, limit, lowest]);
  const columns = useMemo(
    () =>
      topColumns(
        set.columns,
        set.columns.findIndex(({ name }) => name === output),
      ),
    [set, output],
  );
  const list = useList({
    ...{ rows, columns, keyOf, focused: true },
    width: width - 4,
    height: height - 2,
    onOpen: ({ row }) => open(row),
  });
  const hash = list.selected?.row.proofSha256;
  useCrumbs(cleanText(program.name), `Top by ${cleanText(output)}`);
  useLayer('page', {
    bindings: [
      bind(CHOICE_COMMANDS.direction, () => work.choose({ lowest: !lowest })),
      ...useChoiceKeys(props, 'rows'),
      ...useResultsKeys(props),
      ...(hash === undefined
        ? []
        : [bind(RESULTS_COMMANDS.copy, () => copy(hash, 'the SHA-256 of the proof'))]),
    ],
  });
  const title = `Top ${formatCount(limit)} by ${cleanText(output)}, the ${lowest ? 'least' : 'greatest'} first`;
  const frame = { title, width, height, focused: true, note: resultsNote(loaded, list.note) };
  return <LinesView lines={panel(list.lines, frame)} />;
}
