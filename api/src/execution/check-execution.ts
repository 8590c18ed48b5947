import { type ExecutionFacts, ProverError } from '@cairn/prover';
import { DomainError } from '@cairn/shared-schema';
import type { OperationContext } from '../context/operation-context.js';
import type { InputGroup } from '../input-group/input-group.entity.js';
import { notJudged } from '../prover/not-judged.js';
import type { ReceivedFile } from '../storage/receive-upload.js';

const HELP = 'Execute the program of this reservation on the input of this reservation, and send that file.';

const SEND_AGAIN = 'The file was cut or changed on its way: send it again.';
const DAMAGED: ReadonlySet<string> = new Set(['EXECUTION_TRUNCATED', 'EXECUTION_CORRUPTED']);

/**
 * Reads an execution's header and compares program and input with the group's. The trace behind it shows its worth
 * when it is proven.
 * @throws DomainError INVALID_REQUEST
 */
export async function checkExecution(
  ctx: OperationContext,
  group: InputGroup,
  file: ReceivedFile,
): Promise<ExecutionFacts> {
  const facts = await inspect(ctx, file);
  same('program hash', facts.programHash, group.program.programHash);
  same('input commitment', facts.inputCommitment, group.inputCommitment);
  return facts;
}

async function inspect(ctx: OperationContext, file: ReceivedFile): Promise<ExecutionFacts> {
  try {
    return await ctx.prover.inspectExecution(file.path);
  } catch (error) {
    if (!(error instanceof ProverError) || error.exitCode !== 2) throw notJudged(error);
    throw new DomainError('INVALID_REQUEST', `The execution cannot be read: ${error.message}.`, {
      help: DAMAGED.has(error.code) ? SEND_AGAIN : HELP,
      details: { field: 'execution' },
      cause: error,
    });
  }
}

function same(what: string, found: string, expected: string): void {
  if (found === expected) return;
  throw new DomainError('INVALID_REQUEST', `The execution's ${what} is ${found}, expected ${expected}.`, {
    help: HELP,
    details: { field: 'execution', found, expected },
  });
}
