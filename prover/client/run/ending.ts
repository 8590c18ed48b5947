import { z } from 'zod';
import { errorAnswer } from '../answers/error-answer.js';
import { ProverCancelled } from '../errors/prover-cancelled.js';
import { type ProcessEnd, ProverCrashed } from '../errors/prover-crashed.js';
import { ProverError } from '../errors/prover-error.js';
import type { FailureFacts } from '../errors/prover-failure.js';
import { ProverGarbage } from '../errors/prover-garbage.js';
import { ProverMissing } from '../errors/prover-missing.js';
import { ProverTimeout } from '../errors/prover-timeout.js';
import type { StopReason } from './stop.js';

/** An answer that came with exit code 0 or 1. */
export interface Judged {
  exitCode: 0 | 1;
  answer: object;
}

/** The error for work that this side ended. */
export function stopped(reason: StopReason, facts: FailureFacts): unknown {
  switch (reason.kind) {
    case 'cancelled':
      return new ProverCancelled(true, facts);
    case 'timeout':
      return new ProverTimeout(reason.seconds, facts);
    case 'garbage':
      return new ProverGarbage(reason.what, facts);
    case 'thrown':
      return reason.error;
  }
}

/** Ended by a signal of whoever no longer wants the result: the signal's name, or the exit code that stands for it. */
const CANCELLED = new Set<string | number | undefined>(['SIGINT', 'SIGTERM', 'SIGHUP', 129, 130, 143]);

/**
 * What the end of a process means, by the table of exit codes in PROTOCOL.md.
 * @throws the `ProverFailure` that fits, unless the process judged.
 */
export function judge(end: ProcessEnd, answer: object | undefined, facts: FailureFacts): Judged {
  const { exitCode, signal } = end;
  if (CANCELLED.has(signal ?? exitCode)) {
    throw new ProverCancelled(false, facts);
  }
  if (signal !== undefined) throw new ProverCrashed(`was ended by ${signal}`, end, facts);
  if (exitCode === 126 || exitCode === 127) throw new ProverMissing('the system cannot start it', facts);
  if (answer === undefined)
    throw new ProverCrashed(`ended with exit code ${exitCode} without an answer`, end, facts);
  if (exitCode === 0 || exitCode === 1) return { exitCode, answer };
  if (exitCode === 2 || exitCode === 3) throw refused(exitCode, answer, facts);
  throw new ProverCrashed(`failed with exit code ${exitCode}${inner(answer)}`, end, facts);
}

function refused(exitCode: number, answer: object, facts: FailureFacts): Error {
  const parsed = errorAnswer.safeParse(answer);
  if (parsed.success) return new ProverError(exitCode, parsed.data.error, facts);
  return new ProverGarbage(`exit code ${exitCode} with ${z.prettifyError(parsed.error)}`, facts);
}

/** The prover's own words about a defect, where it found some. */
function inner(answer: object): string {
  const parsed = errorAnswer.safeParse(answer);
  return parsed.success ? `: ${parsed.data.error.message}` : '';
}
