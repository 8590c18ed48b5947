import { ProverError } from '@cairn/prover';
import { DomainError, sanitizeForTerminal } from '@cairn/shared-schema';
import type { OperationContext } from '../context/operation-context.js';
import { notJudged } from '../prover/not-judged.js';
import type { ReceivedFile } from '../storage/receive-upload.js';

/** A CSV file that came in, with the name of its group, the sender's name for the file, and where it stood. */
export interface NamedFile extends ReceivedFile {
  readonly name: string;
  readonly filename: string;
  /** In the request, for messages: `groups[1]`. */
  readonly place: string;
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

function csvInvalid({ place, filename }: NamedFile, error: ProverError): DomainError {
  const { line, column } = error.details;
  const shown = sanitizeForTerminal(filename).slice(0, 120);
  const where = [
    `${JSON.stringify(shown)} (${place})`,
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(column === undefined ? [] : [`column ${column}`]),
  ].join(', ');
  return new DomainError('INVALID_REQUEST', `${where}: ${sanitizeForTerminal(error.message)}`, {
    help: `${error.help} Nothing of this request was stored.`,
    details: {
      field: shown,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    },
    cause: error,
  });
}
