import { formatNumberOf } from '@cairn/tui-kit';
import {
  bind,
  cleanText,
  LinesView,
  line,
  panel,
  useBodySize,
  useLayer,
  useList,
} from '@cairn/tui-kit/screen';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { UploadPlan } from '../../inputs/plan-upload.js';
import { filesToSend } from './adding.js';
import { firstLines } from './first-lines.js';
import { INPUTS_COMMANDS } from './inputs-commands.js';
import { originOf, type PreviewRow, previewColumns, previewRows } from './preview-columns.js';

const keyOf = ({ file }: PreviewRow): string => file.path;
/** Lines of the frame with the beginning of a file. */
const FILE_HEIGHT = 5;

export interface PreviewViewProps {
  readonly plan: UploadPlan;
  readonly onSend: () => void;
  readonly onLeave: () => void;
}

/** What would be sent, file by file, with the beginning of the one at hand. */
export function PreviewView({ plan, onSend, onLeave }: PreviewViewProps): ReactNode {
  const { width, height } = useBodySize();
  const rows = useMemo(() => previewRows(plan), [plan]);
  const list = useList({
    ...{ rows, keyOf, columns: previewColumns(rows), focused: true },
    width: width - 4,
    height: height - FILE_HEIGHT - 2,
  });
  const at = list.selected;
  const beginning = useFirstLines(at?.file.path);
  useLayer('page', {
    bindings: [bind(INPUTS_COMMANDS.send, onSend), bind(INPUTS_COMMANDS.leave, onLeave)],
  });
  const title = `${formatNumberOf(filesToSend(plan), 'input group')} to send, ${plan.present.length} there already`;
  const frame = { title, width, height: height - FILE_HEIGHT, focused: true, note: list.note };
  const file = { title: cleanText(at === undefined ? 'No file' : originOf(at)), width, height: FILE_HEIGHT };
  return (
    <LinesView
      lines={[
        ...panel(list.lines, frame),
        ...panel(
          beginning.map((text) => line(cleanText(text))),
          file,
        ),
      ]}
    />
  );
}

function useFirstLines(path: string | undefined): readonly string[] {
  const [read, setRead] = useState<{ readonly path: string; readonly lines: readonly string[] }>();
  useEffect(() => {
    if (path === undefined) return undefined;
    let isOver = false;
    const show = (lines: readonly string[]): void => {
      if (!isOver) setRead({ path, lines });
    };
    firstLines(path, FILE_HEIGHT - 2).then(show, () => show(['cannot be read any more']));
    return () => {
      isOver = true;
    };
  }, [path]);
  return read?.path === path ? (read?.lines ?? []) : [];
}
