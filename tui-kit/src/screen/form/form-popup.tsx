import { useWindowSize } from 'ink';
import type { ReactNode } from 'react';
import { Popup, popupRoom } from '../shell/popup.js';
import type { Field } from './form-state.js';
import { useForm } from './use-form.js';

export interface FormPopupProps {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly problem: string | undefined;
  readonly onEnd: (answers: Record<string, string> | undefined) => void;
}

/** Asks for some values, above the screen. */
export function FormPopup({ title, fields, problem, onEnd }: FormPopupProps): ReactNode {
  const { width } = popupRoom({ width: 64, height: 1 }, useWindowSize());
  return <Popup title={title} lines={useForm({ fields, width, problem, onEnd })} width={width} />;
}
