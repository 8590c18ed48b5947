import { ProverCrashed, ProverError, ProverFailure } from '@cairn/prover';
import type { FailureCode } from '@cairn/shared-schema/donor';
import { ClientError } from '@cairn/tui-kit';
import type { Limits } from '../governor/limits.js';

/** What the server is told: why the work cannot be done, or that the execution that came with it is bad. */
export type Report = FailureCode | 'BAD_EXECUTION';

/** Why this piece of work comes to nothing here. */
export interface WorkFailure {
  readonly code: string;
  readonly message: string;
  /** What the server is told; undefined when it is only this donor that cannot do it. */
  readonly report: Report | undefined;
  /** What is left alone from now on: the program, or only this input group. */
  readonly subject: 'program' | 'group';
  /** Those under which it failed, where they were not those of now. */
  readonly limits?: Limits;
}

/** Thrown by a step that found out by itself, without the prover, that the work cannot be done. */
export class WorkFailed extends Error {
  override readonly name = 'WorkFailed';

  constructor(readonly failure: WorkFailure) {
    super(failure.message);
  }
}

const REPORTED: Readonly<Record<string, FailureCode>> = {
  PROGRAM_PANICKED: 'PROGRAM_PANICKED',
  PROGRAM_FAILED: 'PROGRAM_FAILED',
  HINT_REFUSED: 'PROGRAM_FAILED',
  EXECUTABLE_INVALID: 'PROGRAM_FAILED',
  OUTPUT_TOO_LARGE: 'PROGRAM_FAILED',
  CSV_INVALID: 'PROGRAM_FAILED',
  STEP_LIMIT: 'STEP_LIMIT',
  TIME_LIMIT: 'TIME_LIMIT',
  MEMORY_LIMIT: 'MEMORY_LIMIT',
  TRACE_TOO_LARGE: 'TRACE_TOO_LARGE',
};

/** What is wrong with the program itself, whatever its input. Everything else may be this input group's alone. */
const OF_THE_PROGRAM: ReadonlySet<string> = new Set(['EXECUTABLE_INVALID', 'HINT_REFUSED']);

/** What is wrong with an execution, which says nothing of the program: it may be another donor's. */
const OF_THE_EXECUTION: ReadonlySet<string> = new Set([
  'EXECUTION_TRUNCATED',
  'EXECUTION_CORRUPTED',
  'EXECUTION_FOREIGN',
  'EXECUTION_INVALID',
  'EXECUTION_TOO_LARGE',
]);

/** What is the donor's own limit and no fault of the execution. */
const TOO_LARGE_HERE = 'EXECUTION_TOO_LARGE';

/** @returns whether a code is about an execution and not about the program that was run */
export function isOfTheExecution(code: string): boolean {
  return OF_THE_EXECUTION.has(code);
}

/**
 * What the error of a step means for the piece of work.
 * @param command which command of the prover it was
 * @returns undefined for an error that is not about this work: the server is away, the prover is missing, a defect
 */
export function workFailureOf(
  error: unknown,
  command: 'execute' | 'prove',
  limits: Limits,
  programMaxSteps: number | null,
): WorkFailure | undefined {
  if (error instanceof WorkFailed) return error.failure;
  if (error instanceof ClientError && error.code.startsWith('DOWNLOAD_')) {
    return { code: error.code, message: error.message, report: undefined, subject: 'group' };
  }
  if (!(error instanceof ProverFailure)) return undefined;
  const { code, message, kind } = error;
  if (kind === 'crashed' || kind === 'garbage') {
    const report = isDefectInProving(error, command) ? 'BAD_EXECUTION' : undefined;
    return { code, message, report, subject: 'group' };
  }
  const known = error instanceof ProverError || kind === 'timeout' ? REPORTED[code] : undefined;
  if (known === undefined) {
    const report = code === TOO_LARGE_HERE ? undefined : 'BAD_EXECUTION';
    return isOfTheExecution(code) ? { code, message, report, subject: 'group' } : undefined;
  }
  const report = isOwnLimit(known, command, limits, programMaxSteps) ? undefined : known;
  return { code: known, message, report, subject: OF_THE_PROGRAM.has(code) ? 'program' : 'group' };
}

/**
 * Whether the prover found a defect of its own while it proved. Somebody may have altered the execution until it did: when
 * another donor's prover finds the same, the execution is made anew.
 */
function isDefectInProving(error: ProverFailure, command: 'execute' | 'prove'): boolean {
  return command === 'prove' && error instanceof ProverCrashed && error.exitCode === 4;
}

/**
 * Whether it was the donor's own limit, narrower than the usual one, that was reached. The server is not told then:
 * three such reports would end a piece of work that a larger donor can do. Nor is it told of what is only short for now.
 */
function isOwnLimit(
  code: FailureCode,
  command: 'execute' | 'prove',
  limits: Limits,
  programMaxSteps: number | null,
): boolean {
  if (code === 'STEP_LIMIT') {
    return limits.maxSteps !== undefined && (programMaxSteps === null || limits.maxSteps < programMaxSteps);
  }
  // What a proof lacks it lacks of an execution that looked as if it would fit: that is made anew once, at most.
  if (code === 'MEMORY_LIMIT') return command === 'prove' ? limits.isShort === true : limits.maxMemoryGiven;
  return code === 'TIME_LIMIT' && command === 'prove';
}
