import { ProverError } from '@cairn/prover';
import { DomainError, sanitizeForTerminal } from '@cairn/shared-schema';
import type { OperationContext } from '../context/operation-context.js';
import { notJudged } from '../prover/not-judged.js';
import type { ReceivedFile } from '../storage/receive-upload.js';

/** A CSV file of a request, with the place where it stood and the sender's name for it. */
export interface NamedFile extends ReceivedFile {
  readonly index: number;
  readonly name: string;
  readonly filename: string;
}

/** A CSV file that was read and found good. */
export interface CommittedInput extends NamedFile {
  readonly inputCommitment: string;
  readonly values: number;
}

/**
 * Reads a CSV file and computes the commitment to its values.
 * @throws DomainError INVALID_REQUEST with file name, line and column.
 */
export async function commitFile(ctx: OperationContext, file: NamedFile): Promise<CommittedInput> {
  try {
    return { ...file, ...(await ctx.prover.commitInput(file.path)) };
  } catch (error) {
    if (error instanceof ProverError && error.code === 'CSV_INVALID') throw csvInvalid(file, error);
    throw notJudged(error);
  }
}

function csvInvalid({ index, filename }: NamedFile, error: ProverError): DomainError {
  const { line, column } = error.details;
  const shown = sanitizeForTerminal(filename).slice(0, 120);
  const place = [
    `${JSON.stringify(shown)} (groups[${index}])`,
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(column === undefined ? [] : [`column ${column}`]),
  ].join(', ');
  return new DomainError('INVALID_REQUEST', `${place}: ${sanitizeForTerminal(error.message)}`, {
    help: `${error.help} Nothing of this request was stored.`,
    details: {
      field: shown,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    },
    cause: error,
  });
}
