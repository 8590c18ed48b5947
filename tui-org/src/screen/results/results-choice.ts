import type { OutputColumn } from '@cairn/shared-schema';
import { DEFAULT_BINS } from '../../results/histogram.js';
import { orderableOutputs } from '../../results/orderable-output.js';
import { DEFAULT_ROWS } from '../../results/pick-top.js';

/** What of the results is in front. */
export type ResultsLook = 'rows' | 'histogram' | 'top' | 'reducer' | 'export';

/** How the results of a program are looked at. It stays as it is while one is elsewhere. */
export interface ResultsChoice {
  readonly look: ResultsLook;
  /** The output that the histogram and the greatest are of; the first one as long as none was chosen. */
  readonly output: string | undefined;
  readonly bins: number;
  /** How many of the greatest are shown. */
  readonly rows: number;
  /** The least instead of the greatest. */
  readonly lowest: boolean;
}

export const FIRST_CHOICE: ResultsChoice = {
  look: 'rows',
  output: undefined,
  bins: DEFAULT_BINS,
  rows: DEFAULT_ROWS,
  lowest: false,
};

/** The output that is chosen, or the first that there is; undefined where none has an order. */
export function chosenOutput(
  columns: readonly OutputColumn[],
  { output }: ResultsChoice,
): string | undefined {
  const names = orderableOutputs(columns).map(({ name }) => name);
  return output !== undefined && names.includes(output) ? output : names[0];
}

/** The output that comes next, or before; after the last one the first again. */
export function nextOutput(
  columns: readonly OutputColumn[],
  choice: ResultsChoice,
  by: 1 | -1,
): string | undefined {
  const names = orderableOutputs(columns).map(({ name }) => name);
  const at = names.indexOf(chosenOutput(columns, choice) ?? '');
  return names[(at + by + names.length) % names.length];
}

/** Amounts that a key goes through. */
const STEPS = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000];

/** The next greater or lesser round amount; the amount itself where there is none. */
export function nextAmount(amount: number, by: 1 | -1): number {
  const next = by > 0 ? STEPS.find((step) => step > amount) : STEPS.findLast((step) => step < amount);
  return next ?? amount;
}
