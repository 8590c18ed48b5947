/** Why a program, or one input group, is not taken again. */
export interface GivenUp {
  readonly subject: 'program' | 'group';
  readonly id: string;
  readonly code: string;
  readonly message: string;
  /** The limits that were in force: with wider ones it is worth another try. */
  readonly maxSteps: number | undefined;
  readonly maxMemory: number;
}

/** The limits that matter to what was given up. */
export type LimitsNow = Pick<GivenUp, 'maxSteps' | 'maxMemory'>;

/** @returns whether it is still to be left alone, under the limits of now */
export function stillGivenUp(given: GivenUp, now: LimitsNow): boolean {
  if (given.code === 'MEMORY_LIMIT') return now.maxMemory <= given.maxMemory;
  if (given.code === 'STEP_LIMIT' && given.maxSteps !== undefined) {
    return now.maxSteps !== undefined && now.maxSteps <= given.maxSteps;
  }
  return true;
}
