import type { Key } from 'ink';

/** One press of a key. */
export interface Stroke {
  /** `j`, `G`, `/`, `enter`, `esc`, `up`, `ctrl-d`, `shift-tab`. */
  readonly name: string;
  /** What it types, for a key that types something. */
  readonly text?: string;
}

const NAMED: readonly (readonly [keyof Key, string])[] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'esc'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
];

const CONTROL: Readonly<Record<string, string>> = { '\r': 'enter', '\n': 'enter', '\t': 'tab' };

/** Ctrl and a letter arrive as the number of the letter. */
const LAST_LETTER = 26;
const BEFORE_A = 0x60;

/** What the terminal sent, as presses of keys: quick typing arrives in one piece. */
export function strokesOf(input: string, key: Key): Stroke[] {
  if (key.eventType === 'release') return [];
  if (key.tab) return [{ name: key.shift ? 'shift-tab' : 'tab' }];
  const named = NAMED.find(([flag]) => key[flag] === true);
  if (named !== undefined) return [{ name: named[1] }];
  if (key.ctrl) return [{ name: `ctrl-${input}` }];
  if (key.meta) return [];
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(input);
  return [...segments].flatMap(({ segment }) => typed(segment));
}

function typed(segment: string): Stroke[] {
  const control = CONTROL[segment[0] ?? ''];
  if (control !== undefined) return [{ name: control }];
  if (segment === ' ') return [{ name: 'space', text: ' ' }];
  const code = segment.codePointAt(0) ?? 0;
  if (code > 0 && code <= LAST_LETTER) return [{ name: `ctrl-${String.fromCodePoint(code + BEFORE_A)}` }];
  return /^\p{Cc}/u.test(segment) ? [] : [{ name: segment, text: segment }];
}
