import { jsonLine } from '@cairn/tui-kit';
import { REDUCTION_NOTE, type Reduction } from './reduction.js';

/** Of what a reducer made so much is shown; an export has all of it. */
const MOST_CHARACTERS = 10_000;

/**
 * What a reducer made, for people, in three lines: never without saying whose word it is. Safe to look at, also where a
 * stranger's bundle has it.
 */
export function reductionText({ script, sha256, value }: Reduction): string {
  const shown = jsonLine(value);
  const text = shown.length > MOST_CHARACTERS ? `${shown.slice(0, MOST_CHARACTERS)}…` : shown;
  return `REDUCER ${jsonLine(script)} (SHA-256 ${sha256})\n${REDUCTION_NOTE}:\n${text}`;
}
