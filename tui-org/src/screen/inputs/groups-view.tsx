import {
  bind,
  cleanText,
  instead,
  LinesView,
  panel,
  useBodySize,
  useCopy,
  useLayer,
  useList,
  useOverlays,
  useValue,
} from '@cairn/tui-kit/screen';
import type { ReactNode } from 'react';
import type { MeantInputs } from '../../inputs/prepare-inputs.js';
import type { OwnProgram } from '../../programs/find-program.js';
import { useCrumbs } from '../desk/crumbs.js';
import type { Desk } from '../desk/desk.js';
import { useMarks } from '../marks/use-marks.js';
import { GROUP_COLUMNS } from './group-columns.js';
import { groupLines } from './group-lines.js';
import type { GroupRow, GroupsFeed } from './groups-feed.js';
import { INPUTS_COMMANDS } from './inputs-commands.js';
import { useCutting } from './use-cutting.js';
import { useGroupActions } from './use-group-actions.js';

const keyOf = ({ id }: GroupRow): string => id;
const NO_ROWS: readonly GroupRow[] = [];
const EMPTY = 'No input groups yet. a adds some, from CSV files; c cuts one CSV file into many.';

export interface GroupsViewProps {
  readonly desk: Desk;
  readonly program: OwnProgram;
  readonly feed: GroupsFeed;
  readonly onAdd: (meant: MeantInputs) => void;
}

/** The input groups of a program; some of them may be marked, to be deleted together. */
export function GroupsView({ desk, program, feed, onAdd }: GroupsViewProps): ReactNode {
  const { width, height } = useBodySize();
  const loaded = useValue(feed.groups);
  const overlays = useOverlays();
  const copy = useCopy();
  const marks = useMarks();
  const rows = loaded.value ?? NO_ROWS;
  const list = useList({
    ...{ rows, keyOf, columns: GROUP_COLUMNS, focused: true },
    width: width - 4,
    height: height - 2,
    isMarked: ({ id }) => marks.marked.has(id),
    onOpen: (group) => overlays.showLines(cleanText(group.name), (room) => groupLines(group, room)),
  });
  const at = list.selected;
  const chosen = rows.filter(({ id }) => marks.marked.has(id));
  const targets = chosen.length > 0 || at === undefined ? chosen : [at];
  const actions = useGroupActions({ desk, feed, onAdd, onGone: marks.clear });
  const cut = useCutting(desk.place.signal, onAdd);
  const name = cleanText(program.name);
  useCrumbs(name);
  useLayer('page', {
    bindings: [
      bind(INPUTS_COMMANDS.add, actions.add),
      bind(INPUTS_COMMANDS.cut, cut),
      ...(targets.length === 0 ? [] : [bind(INPUTS_COMMANDS.remove, () => void actions.remove(targets))]),
      ...marks.bindings(list, keyOf),
      bind(INPUTS_COMMANDS.other, () => desk.program.set(undefined)),
      bind(INPUTS_COMMANDS.reload, () => void feed.refresh()),
      ...(at === undefined
        ? []
        : [bind(INPUTS_COMMANDS.copy, () => copy(at.id, 'the id of the input group'))]),
    ],
  });
  const content = rows.length === 0 ? (instead(loaded, EMPTY, width - 4) ?? []) : list.lines;
  const failed = loaded.state === 'failed' ? 'could not ask the server; r tries again' : undefined;
  const note = failed ?? (chosen.length === 0 ? list.note : `${chosen.length} marked, ${list.note}`);
  return (
    <LinesView lines={panel(content, { title: `Inputs of ${name}`, width, height, focused: true, note })} />
  );
}
