import { readAmount } from '../cli/read-amount.js';

/** How much a reducer may take. */
export interface ReducerLimits {
  readonly seconds: number;
  /** MiB of JavaScript's heap. */
  readonly memory: number;
}

/** What a reducer may take where nobody says something else. */
export const DEFAULT_LIMITS: ReducerLimits = { seconds: 60, memory: 512 };

/** Reads how many seconds a reducer may run. @throws UsageError beyond a day */
export function readSeconds(text: string, name: string): number {
  return readAmount(text, name, 86_400);
}

/** Reads how many MiB a reducer may take. @throws UsageError beyond a TiB */
export function readMemory(text: string, name: string): number {
  return readAmount(text, name, 1_048_576);
}
