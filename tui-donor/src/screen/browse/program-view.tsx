import {
  bind,
  cleanText,
  LinesView,
  panel,
  useBodySize,
  useCopy,
  useLayer,
  useScroll,
  useValue,
} from '@cairn/tui-kit/screen';
import { type ReactNode, useEffect } from 'react';
import type { ProgramRow } from './browse-columns.js';
import { BROWSE_COMMANDS } from './browse-commands.js';
import type { BrowseFeed } from './browse-feed.js';
import { programLines } from './program-lines.js';
import { useTargetBindings } from './target-bindings.js';

export interface ProgramViewProps {
  readonly browse: BrowseFeed;
  readonly row: ProgramRow;
  readonly onBack: () => void;
}

/** All about one program. */
export function ProgramView({ browse, row, onBack }: ProgramViewProps): ReactNode {
  const { id, name } = row.program;
  const readme = useValue(browse.readme(id));
  const { width, height } = useBodySize();
  const copy = useCopy();
  useEffect(() => void browse.loadReadme(id), [browse, id]);
  const { lines, bindings, note } = useScroll(programLines(row, readme, width - 4), height - 2);
  const wishes = useTargetBindings(browse.wishes, { kind: 'program', id });
  useLayer('pane', { bindings });
  useLayer('page', {
    bindings: [
      bind(BROWSE_COMMANDS.back, onBack),
      bind(BROWSE_COMMANDS.reload, () => void browse.loadReadme(id)),
      ...wishes,
      bind(BROWSE_COMMANDS.copy, () => copy(id, 'the id of the program')),
    ],
  });
  return <LinesView lines={panel(lines, { title: cleanText(name), width, height, focused: true, note })} />;
}
