import type { Stroke } from '../keys/stroke.js';
import { type EditedText, editText } from './edit-text.js';

/** One question of a form. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly initial: string;
  /** One or two sentences, shown while the field has the cursor. */
  readonly help?: string;
  /** To choose from, by the arrows; without them it is typed. */
  readonly choices?: readonly string[];
  /** Dots in place of what is typed. */
  readonly secret?: boolean;
  /** Goes on with what was begun, at Tab: a path. */
  readonly complete?: (value: string) => Completion;
  /** @returns what is wrong with a value, and what to type instead */
  readonly check?: (value: string) => string | undefined;
}

/** What a value that was begun may become. */
export interface Completion {
  /** As far as it is clear how it goes on. */
  readonly text: string;
  /** What it may be; more than one where that has to be said. */
  readonly matches: readonly string[];
}

export interface FormState {
  readonly values: Readonly<Record<string, EditedText>>;
  /** The field that has the cursor, by its place. */
  readonly at: number;
  /** What is wrong with the field, once somebody tried to leave it. */
  readonly problem: string | undefined;
  /** What the field may be completed to, after Tab. */
  readonly matches?: readonly string[];
  readonly end?: 'sent' | 'left';
}

/** @param problem what was wrong with the answers of the last time */
export function startForm(fields: readonly Field[], problem?: string): FormState {
  const values = fields.map(({ name, initial }) => [name, { text: initial, cursor: [...initial].length }]);
  return { values: Object.fromEntries(values), at: 0, problem };
}

/** The form after a key: Tab and Enter go on, Enter in the last field sends, Esc leaves. */
export function pressInForm(fields: readonly Field[], before: FormState, stroke: Stroke): FormState {
  const field = fields[before.at];
  if (field === undefined || before.end !== undefined) return before;
  if (stroke.name === 'tab') {
    const completed = complete(field, before);
    if (completed !== undefined) return completed;
  }
  const { matches: _, ...state } = before;
  switch (stroke.name) {
    case 'esc':
      return { ...state, end: 'left' };
    case 'shift-tab':
    case 'up':
      return { ...state, at: Math.max(0, state.at - 1), problem: undefined };
    case 'tab':
    case 'down':
      return state.at === fields.length - 1 ? state : goOn(fields, field, state);
    case 'enter':
      return goOn(fields, field, state);
    default:
      return edit(field, state, stroke);
  }
}

/** The form with more of a value than was typed, or with what it may be; undefined where there is nothing to complete. */
function complete({ name, complete: go }: Field, state: FormState): FormState | undefined {
  const typed = state.values[name]?.text ?? '';
  const completion = go?.(typed);
  if (completion === undefined) return undefined;
  const { text, matches } = completion;
  const isAmbiguous = matches.length > 1 && state.matches === undefined;
  if (text === typed && !isAmbiguous) return undefined;
  const values = { ...state.values, [name]: { text, cursor: [...text].length } };
  const { matches: _, ...others } = state;
  return { ...others, values, problem: undefined, ...(matches.length > 1 ? { matches } : {}) };
}

/** What was answered, by the names of the fields. */
export function answersOf(fields: readonly Field[], state: FormState): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field.name, answerOf(field, state)]));
}

/** Spaces around an answer mean nothing, but those of a password are part of it. */
function answerOf({ name, secret = false }: Field, { values }: FormState): string {
  const text = values[name]?.text ?? '';
  return secret ? text : text.trim();
}

function goOn(fields: readonly Field[], field: Field, state: FormState): FormState {
  const problem = field.check?.(answerOf(field, state));
  if (problem !== undefined) return { ...state, problem };
  if (state.at < fields.length - 1) return { ...state, at: state.at + 1, problem: undefined };
  return { ...state, problem: undefined, end: 'sent' };
}

function edit({ name, choices }: Field, state: FormState, stroke: Stroke): FormState {
  const before = state.values[name] ?? { text: '', cursor: 0 };
  const after = choices === undefined ? editText(before, stroke) : choose(choices, before, stroke);
  return { ...state, values: { ...state.values, [name]: after }, problem: undefined };
}

function choose(choices: readonly string[], before: EditedText, { name }: Stroke): EditedText {
  const step = name === 'left' || name === 'h' ? -1 : ['right', 'l', 'space'].includes(name) ? 1 : 0;
  const at = choices.indexOf(before.text) + step;
  return { text: choices[(at + choices.length) % choices.length] ?? before.text, cursor: 0 };
}
