import { jsonLine } from '@cairn/tui-kit';
import type { Reduction } from './reduction.js';

/** What a reducer made, for people: never without saying whose word it is. */
export function reductionText({ script, sha256, value, note }: Reduction): string {
  return `REDUCER ${jsonLine(script)} (SHA-256 ${sha256})\n${note}:\n${jsonLine(value)}`;
}
