import { useState } from 'react';
import { bind, type Command } from '../keys/command.js';
import type { Stroke } from '../keys/stroke.js';
import { useLayer } from '../keys/use-layer.js';
import type { Line } from '../lines/line.js';
import { formLines } from './form-lines.js';
import { answersOf, type Field, pressInForm, startForm } from './form-state.js';

const group = 'Form';
const SEND: Command = { keys: ['enter'], title: 'Go on, and at the end send', group, short: 'go on' };
const LEAVE: Command = { keys: ['esc'], title: 'Leave it as it was', group, short: 'leave' };

export interface FormOptions {
  readonly fields: readonly Field[];
  readonly width: number;
  /** What was wrong with the answers of the last time. */
  readonly problem?: string | undefined;
  /** What is wrong stands in the place of the help, where there is room for one of them only. */
  readonly brief?: boolean;
  /** Hears the answers by the names of the fields, or undefined when it was left. */
  readonly onEnd: (answers: Record<string, string> | undefined) => void;
}

/** Asks for some values: has all keys as long as it is there. @returns the form as lines */
export function useForm({ fields, width, problem, brief = false, onEnd }: FormOptions): Line[] {
  const [state, setState] = useState(() => startForm(fields, problem));
  const press = (stroke: Stroke): boolean => {
    const next = pressInForm(fields, state, stroke);
    if (next.end === undefined) setState(next);
    else onEnd(next.end === 'sent' ? answersOf(fields, next) : undefined);
    return true;
  };
  // The bindings are for the footer; the keys themselves are taken before.
  const bindings = [bind(SEND, press), bind(LEAVE, press)];
  useLayer('dialog', { modal: true, bindings, capture: press });
  const isShort = brief && state.problem !== undefined;
  return formLines(isShort ? fields.map(withoutHelp) : fields, state, width);
}

function withoutHelp({ help: _, ...field }: Field): Field {
  return field;
}
