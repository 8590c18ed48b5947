import type { FoldCount } from './enumerate-folds.js';

/** What the Cairo program proved of one input group. */
export interface FoldResult extends FoldCount {
  /** The input group's name, as `makeInputGroups` gave it. */
  readonly name: string;
}
