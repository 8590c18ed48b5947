import { isOfTheExecution } from '../work/work-failure.js';

/** Why a program, or one input group, is not taken again. */
export interface GivenUp {
  readonly subject: 'program' | 'group';
  readonly id: string;
  /** The program of an input group that failed; undefined where only its size was the matter. */
  readonly programId?: string | undefined;
  /** Whether the server was told: it does not hand it out to this donor again. */
  readonly reported?: boolean | undefined;
  readonly code: string;
  readonly message: string;
  /** The limits that were in force: with wider ones it is worth another try. */
  readonly maxSteps: number | undefined;
  readonly maxMemory: number | null;
}

/** The limits that matter to what was given up. */
export type LimitsNow = Pick<GivenUp, 'maxSteps' | 'maxMemory'>;

/** @returns whether it is still to be left alone, under the limits of now */
export function stillGivenUp(given: GivenUp, now: LimitsNow): boolean {
  if (given.code === 'MEMORY_LIMIT')
    return given.maxMemory === null || (now.maxMemory !== null && now.maxMemory <= given.maxMemory);
  if (given.code === 'STEP_LIMIT' && given.maxSteps !== undefined) {
    return now.maxSteps !== undefined && now.maxSteps <= given.maxSteps;
  }
  return true;
}

/**
 * @returns whether another try can come of forgetting it: the server hands an input group that was reported to it to somebody
 * else, whatever this donor forgets
 */
export function isWorthForgetting({ subject, reported }: GivenUp): boolean {
  return subject === 'program' || reported !== true;
}

/** After so many input groups of a program that failed alike, the program is left alone as a whole. */
const MOST_FAILED_ALIKE = 3;

/**
 * @returns whether enough input groups of the program failed with this code to expect the same of the others; what
 * other donors' executions are worth says nothing of the program
 */
export function failsAlike(givenUp: readonly GivenUp[], programId: string, code: string): boolean {
  if (isOfTheExecution(code)) return false;
  const alike = givenUp.filter((given) => given.programId === programId && given.code === code);
  return alike.length >= MOST_FAILED_ALIKE;
}
