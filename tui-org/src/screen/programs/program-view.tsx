import {
  bind,
  cleanText,
  LinesView,
  panel,
  useBodySize,
  useCopy,
  useLayer,
  useScroll,
} from '@cairn/tui-kit/screen';
import type { ReactNode } from 'react';
import { useCrumbs } from '../desk/crumbs.js';
import type { Desk } from '../desk/desk.js';
import type { ProgramRow } from './program-columns.js';
import { programLines } from './program-lines.js';
import { PROGRAMS_COMMANDS } from './programs-commands.js';
import { toInputs } from './to-inputs.js';
import { useDeleteProgram } from './use-delete-program.js';

export interface ProgramViewProps {
  readonly desk: Desk;
  readonly row: ProgramRow;
  readonly onBack: () => void;
}

/** One program: how it stands, and all that is known of it. */
export function ProgramView({ desk, row, onBack }: ProgramViewProps): ReactNode {
  const { width, height } = useBodySize();
  const copy = useCopy();
  const remove = useDeleteProgram(desk);
  const { id, name } = row.program;
  const title = cleanText(name);
  useCrumbs(title);
  const { lines, bindings, note } = useScroll(programLines(row, width - 4), height - 2);
  useLayer('page', {
    bindings: [
      bind(PROGRAMS_COMMANDS.back, onBack),
      bind(PROGRAMS_COMMANDS.inputs, () => toInputs(desk, row)),
      bind(PROGRAMS_COMMANDS.remove, () => void remove(row.program)),
      bind(PROGRAMS_COMMANDS.copy, () => copy(id, 'the id of the program')),
      bind(PROGRAMS_COMMANDS.reload, () => void desk.programs.refresh()),
      ...bindings,
    ],
  });
  return <LinesView lines={panel(lines, { title, width, height, focused: true, note })} />;
}
