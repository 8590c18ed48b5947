import {
  bind,
  instead,
  LinesView,
  type Loaded,
  panel,
  useBodySize,
  useCopy,
  useLayer,
  useList,
} from '@cairn/tui-kit/screen';
import type { ReactNode } from 'react';
import type { OwnProgram } from '../../programs/find-program.js';
import type { Desk } from '../desk/desk.js';
import { PROGRAM_COLUMNS, type ProgramRow } from './program-columns.js';
import { standingLines } from './program-lines.js';
import { PROGRAMS_COMMANDS } from './programs-commands.js';
import { toInputs } from './to-inputs.js';
import { useDeleteProgram } from './use-delete-program.js';

const keyOf = ({ program }: ProgramRow): string => program.id;
const EMPTY = 'No programs yet. 2 publishes one.';
/** Lines of the frame below the list at most. */
const STANDING_HEIGHT = 6;

export interface ProgramsViewProps {
  readonly desk: Desk;
  readonly loaded: Loaded<readonly OwnProgram[]>;
  readonly rows: readonly ProgramRow[];
  readonly onOpen: (row: ProgramRow) => void;
}

/** All programs, each with a bar, and below them how the one under the cursor stands. */
export function ProgramsView({ desk, loaded, rows, onOpen }: ProgramsViewProps): ReactNode {
  const { width, height } = useBodySize();
  const copy = useCopy();
  const remove = useDeleteProgram(desk);
  const listHeight = height - STANDING_HEIGHT;
  const list = useList({
    ...{ rows, keyOf, onOpen, columns: PROGRAM_COLUMNS, focused: true },
    width: width - 4,
    height: listHeight - 2,
  });
  const selected = list.selected;
  useLayer('page', {
    bindings: [
      bind(PROGRAMS_COMMANDS.reload, () => void desk.programs.refresh()),
      ...(selected === undefined
        ? []
        : [
            bind(PROGRAMS_COMMANDS.inputs, () => toInputs(desk, selected)),
            bind(PROGRAMS_COMMANDS.remove, () => void remove(selected.program)),
            bind(PROGRAMS_COMMANDS.copy, () => copy(selected.program.id, 'the id of the program')),
          ]),
    ],
  });
  // What was there before stays in sight while the server is away.
  const shown = loaded.value === undefined || loaded.value.length === 0 ? loaded : undefined;
  const content = shown === undefined ? list.lines : (instead(shown, EMPTY, width - 4) ?? []);
  const note = loaded.state === 'failed' ? 'could not ask the server; r tries again' : list.note;
  const standing = selected === undefined ? [] : standingLines(selected, width - 4);
  return (
    <LinesView
      lines={[
        ...panel(content, { title: 'Programs', width, height: listHeight, focused: true, note }),
        ...panel(standing, { title: 'State', width, height: STANDING_HEIGHT }),
      ]}
    />
  );
}
