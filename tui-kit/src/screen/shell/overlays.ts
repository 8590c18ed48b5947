import { createContext, type ReactNode, useContext } from 'react';
import type { Field } from '../form/form-state.js';
import type { Line } from '../lines/line.js';

/** A question with two answers. */
export interface Question {
  readonly title: string;
  readonly lines: readonly Line[];
  /** What Yes does, in a word or two: `Quit`. */
  readonly yes: string;
  /** Something will be lost: No is chosen at first. */
  readonly danger?: boolean;
}

/** What can be laid over the screen. Each is gone when it is answered. */
export interface Overlays {
  readonly confirm: (question: Question) => Promise<boolean>;
  /**
   * @param problem what was wrong with the answers of the last time
   * @returns the answers, or undefined when it was left
   */
  readonly ask: (
    title: string,
    fields: readonly Field[],
    problem?: string,
  ) => Promise<Record<string, string> | undefined>;
  /** Lines to read, made for the room that there is. */
  readonly showLines: (title: string, lines: (width: number) => readonly Line[]) => void;
  readonly show: (overlay: (close: () => void) => ReactNode) => void;
}

export const OverlaysContext = createContext<Overlays>({
  confirm: async () => false,
  ask: async () => undefined,
  showLines: () => {},
  show: () => {},
});

export function useOverlays(): Overlays {
  return useContext(OverlaysContext);
}
