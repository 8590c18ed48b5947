/** What the donor allows a piece of work. */
export interface Limits {
  /** Memory of the prover, in bytes; `null` for no limit but the machine's. */
  readonly maxMemory: number | null;
  /** Whether the memory limit is this donor's own, or the default of this machine. */
  readonly maxMemoryGiven: boolean;
  /** Whether the memory limit is what is free now, which passes. */
  readonly isShort?: boolean;
  /** Steps of a program; undefined for the program's own limit. */
  readonly maxSteps: number | undefined;
}

/** @returns whether so many bytes are allowed */
export function fitsMemory(bytes: number, maxMemory: number | null): boolean {
  return maxMemory === null || bytes <= maxMemory;
}
