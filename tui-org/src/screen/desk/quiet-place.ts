import { Output } from '@cairn/tui-kit';
import type { Workplace } from '../../cli/workplace.js';

/** What an operation of the commands is given on a screen: where its remarks go, and what ends it. */
export interface QuietOptions {
  readonly signal: AbortSignal;
  /** Hears remarks for the person, as one line after the other; nobody does when left out. */
  readonly onRemark?: (text: string) => void;
}

const NOBODY = { write: () => true };

/** A workplace whose operations write nothing to the terminal, which belongs to the screen. */
export function quietPlace(place: Workplace, { signal, onRemark = () => {} }: QuietOptions): Workplace {
  return {
    ...place,
    signal,
    out: new Output(NOBODY, false, false),
    say: () => {},
    remark: onRemark,
    exitWith: () => {},
  };
}
