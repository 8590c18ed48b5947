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
  useValue,
} from '@cairn/tui-kit/screen';
import { type ReactNode, useEffect, useMemo } from 'react';
import { markText } from '../../selection/mark-text.js';
import { rejectsText } from '../../selection/rejects-text.js';
import type { JudgedPiece } from '../history/finished-piece.js';
import { PROGRAM_COLUMNS, type ProgramRow } from './browse-columns.js';
import { BROWSE_COMMANDS } from './browse-commands.js';
import type { BrowsedOrganization, BrowseFeed } from './browse-feed.js';
import { type ExpectedLimits, expectationOf } from './expectation.js';
import { useTargetBindings } from './target-bindings.js';

const keyOf = ({ program }: ProgramRow): string => program.id;
const EMPTY = 'The organization has published no program yet. r asks again.';

export interface ProgramsViewProps {
  readonly browse: BrowseFeed;
  readonly organization: BrowsedOrganization;
  readonly proven: readonly JudgedPiece[];
  readonly limits: ExpectedLimits;
  readonly onOpen: (row: ProgramRow) => void;
  readonly onBack: () => void;
}

/** The programs of an organization, with what their work takes on this machine. */
export function ProgramsView(props: ProgramsViewProps): ReactNode {
  const { browse, organization, proven, limits, onOpen, onBack } = props;
  const loaded = useValue(browse.programs(organization.id));
  const { width, height } = useBodySize();
  const copy = useCopy();
  const load = (): void => void browse.loadPrograms(organization.id);
  useEffect(() => void browse.loadPrograms(organization.id), [browse, organization.id]);
  const selection = useValue(browse.wishes.selection);
  const rows = useMemo(
    () =>
      (loaded.value ?? []).map((program) => ({
        program,
        expected: expectationOf(program, proven, limits),
        mark: markText(selection, { kind: 'program', id: program.id }),
      })),
    [loaded.value, proven, limits, selection],
  );
  const list = useList({
    ...{ rows, columns: PROGRAM_COLUMNS, keyOf, focused: true },
    width: width - 4,
    height: height - 2,
    onOpen,
  });
  const id = list.selected?.program.id;
  const wishes = useTargetBindings(browse.wishes, id === undefined ? undefined : { kind: 'program', id });
  useLayer('page', {
    bindings: [
      bind(BROWSE_COMMANDS.back, onBack),
      bind(BROWSE_COMMANDS.reload, load),
      ...wishes,
      ...(id === undefined ? [] : [bind(BROWSE_COMMANDS.copy, () => copy(id, 'the id of the program'))]),
    ],
  });
  const rejects = `rejects: ${rejectsText(organization.decisions)}`;
  const title = `Programs of ${cleanText(organization.name)} (${rejects})`;
  const frame = { title, width, height, focused: true, note: list.note };
  return <LinesView lines={panel(instead(loaded, EMPTY, width - 4) ?? list.lines, frame)} />;
}
