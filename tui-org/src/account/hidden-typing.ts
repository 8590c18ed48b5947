/** What has been typed into a row of hidden questions so far. */
export interface HiddenTyping {
  readonly answers: readonly string[];
  readonly typed: string;
  /** Ctrl-C, or Ctrl-D on an empty line. */
  readonly cancelled: boolean;
}

export const NOTHING_TYPED: HiddenTyping = { answers: [], typed: '', cancelled: false };

const ENTER = new Set(['\r', '\n']);
const ERASE = new Set(['\b', '\u007f']);
const INTERRUPT = '\u0003';
const END_OF_INPUT = '\u0004';
const KILL_LINE = '\u0015';
const ESCAPE = '\u001b';
/** Arrow keys, bracketed paste marks and the like. */
const KEY_SEQUENCE = new RegExp(`${ESCAPE}(?:\\[[0-?]*[ -/]*[@-~]|O[@-~]|[^[O])?`, 'gu');
const CONTROL = /^\p{Cc}$/u;

/**
 * Takes what a terminal in raw mode sent, as a person meant it: Enter ends an answer, Backspace takes the last
 * character away, Ctrl-U the line; other control keys are not part of a password. What follows an Enter in the
 * same piece belongs to the next question, as when two lines are pasted.
 */
export function typeHidden(state: HiddenTyping, piece: string): HiddenTyping {
  return [...piece.replace(KEY_SEQUENCE, '')].reduce(typeCharacter, state);
}

function typeCharacter(state: HiddenTyping, character: string): HiddenTyping {
  if (state.cancelled) return state;
  if (ENTER.has(character)) return { ...state, answers: [...state.answers, state.typed], typed: '' };
  if (ERASE.has(character)) return { ...state, typed: [...state.typed].slice(0, -1).join('') };
  if (character === KILL_LINE) return { ...state, typed: '' };
  if (character === INTERRUPT) return { ...state, cancelled: true };
  if (character === END_OF_INPUT) return { ...state, cancelled: state.typed === '' };
  return CONTROL.test(character) ? state : { ...state, typed: state.typed + character };
}
