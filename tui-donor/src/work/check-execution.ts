import type { Reservation } from '../server/donor-api.js';
import { WorkFailed } from './work-failure.js';

/** What an execution says of itself. */
export interface ExecutionClaims {
  readonly programHash: string;
  readonly inputCommitment: string;
  /** What the program returned, where it was run here. */
  readonly output?: readonly string[];
}

/**
 * Compares an execution with what was asked for, before hours go into its proof.
 * @throws WorkFailed when its proof could not be accepted
 */
export function checkExecution(claims: ExecutionClaims, reservation: Reservation): void {
  const { inputGroup } = reservation;
  const { program } = inputGroup;
  const foreign = reservation.kind === 'PROVE';
  const fail = (message: string): never => {
    const code = foreign ? 'EXECUTION_INVALID' : 'PROGRAM_FAILED';
    const report = foreign ? 'BAD_EXECUTION' : 'PROGRAM_FAILED';
    throw new WorkFailed({ code, message, report, subject: foreign ? 'group' : 'program' });
  };
  if (claims.programHash !== program.programHash) {
    fail(`the execution is of the program ${claims.programHash}, expected ${program.programHash}`);
  }
  if (claims.inputCommitment !== inputGroup.inputCommitment) {
    fail(`the execution is of the input ${claims.inputCommitment}, expected ${inputGroup.inputCommitment}`);
  }
  if (
    program.inputBinding === 'POSEIDON' &&
    claims.output !== undefined &&
    claims.output[0] !== claims.inputCommitment
  ) {
    fail('the program does not return the commitment to its input first, as its input binding says it does');
  }
}
