import { LinesView, panel, useForm } from '@cairn/tui-kit/screen';
import type { ReactNode } from 'react';
import type { SettingRow } from './setting-row.js';

export interface SettingEditorProps {
  readonly row: SettingRow;
  /** What was typed and refused, and why. */
  readonly refused: { readonly text: string; readonly problem: string } | undefined;
  readonly width: number;
  readonly height: number;
  readonly onEnd: (text: string | undefined) => void;
}

/** A setting as it is changed, in the place where else it is explained. */
export function SettingEditor({ row, refused, width, height, onEnd }: SettingEditorProps): ReactNode {
  const { field } = row;
  const fields = [{ ...field, initial: refused?.text ?? field.initial }];
  const lines = useForm({
    ...{ fields, width: width - 4, brief: true, problem: refused?.problem },
    onEnd: (answers) => onEnd(answers?.[field.name]),
  });
  const frame = { title: `Change ${row.key}`, width, height, focused: true, note: `now ${row.value}` };
  return <LinesView lines={panel(lines, frame)} />;
}
