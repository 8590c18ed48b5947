import { instead, LinesView, panel, useBodySize, useList, useValue } from '@cairn/tui-kit/screen';
import { type ReactNode, useEffect, useMemo } from 'react';
import type { Desk } from '../desk/desk.js';
import { PROGRAM_COLUMNS, type ProgramRow } from '../programs/program-columns.js';

const keyOf = ({ program }: ProgramRow): string => program.id;
const EMPTY = 'No programs yet: 2 publishes one.';

/** Asks which program is meant, for a page that shows one and there is none at hand. */
export function ProgramChooser({ desk, title }: { readonly desk: Desk; readonly title: string }): ReactNode {
  const { width, height } = useBodySize();
  const loaded = useValue(desk.programs.programs);
  useEffect(() => desk.programs.watch(), [desk]);
  const rows = useMemo(
    () => (loaded.value ?? []).map((program): ProgramRow => ({ program, pulse: undefined })),
    [loaded.value],
  );
  const list = useList({
    ...{ rows, keyOf, columns: PROGRAM_COLUMNS, focused: true },
    width: width - 4,
    height: height - 2,
    onOpen: ({ program }) => desk.program.set(program.id),
  });
  const content = rows.length === 0 ? (instead(loaded, EMPTY, width - 4) ?? []) : list.lines;
  return <LinesView lines={panel(content, { title, width, height, focused: true, note: list.note })} />;
}
