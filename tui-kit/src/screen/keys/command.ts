import type { Stroke } from './stroke.js';

/** Something that a key does. Footer, help, command palette and handlers all read the same table. */
export interface Command {
  /** The keys that do it, the usual one first, in the words of Stroke. */
  readonly keys: readonly string[];
  /** What it does, for the help and the palette: `Pause the work`. */
  readonly title: string;
  /** Heading in the help. */
  readonly group: string;
  /** One or two words for the footer; without them it stands in the help only. */
  readonly short?: string;
  /** Not offered in the palette: it only makes sense as a key. */
  readonly keyOnly?: boolean;
}

/** A command, and what it does here and now. */
export interface Binding {
  readonly command: Command;
  readonly run: (stroke: Stroke) => void;
}

/** @returns the binding of a command */
export function bind(command: Command, run: Binding['run']): Binding {
  return { command, run };
}
