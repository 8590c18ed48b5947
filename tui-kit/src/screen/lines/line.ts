/** What a piece of text means; the theme says how that looks. State is never told by tone alone. */
export type Tone = 'plain' | 'muted' | 'accent' | 'good' | 'warn' | 'bad' | 'border' | 'chart';

/** A piece of a line, free of line breaks and of what could drive a terminal. */
export interface Segment {
  readonly text: string;
  readonly tone?: Tone;
  readonly bold?: boolean;
  /** The row under the cursor. */
  readonly selected?: boolean;
  /** Where it leads; only https becomes a link. */
  readonly href?: string;
}

/** One line of a screen, from left to right. */
export type Line = readonly Segment[];

/** How a piece of text looks, without the text. */
export type Look = Omit<Segment, 'text'>;

/** A line of one piece. The text must be clean already: see cleanText. */
export function line(text: string, look: Look = {}): Line {
  return [{ ...look, text }];
}

/** The same text without its looks. */
export function textOf(of: Line): string {
  return of.map(({ text }) => text).join('');
}

/** Gives every piece of a line the look of a row under the cursor. */
export function asSelected(of: Line): Line {
  return of.map((segment) => ({ ...segment, selected: true }));
}
