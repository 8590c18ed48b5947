import { open } from 'node:fs/promises';
import { type Binding, type Calldata, ProverFailure, type ValidVerdict, type Verdict } from '@cairn/prover';
import { DomainError, sanitizeForTerminal } from '@cairn/shared-schema';
import type { OperationContext } from '../context/operation-context.js';
import type { LocalCopy } from '../files/file-store.js';
import { notJudged } from '../prover/not-judged.js';
import type { ReceivedFile } from '../storage/receive-upload.js';
import type { ProvableGroup } from './provable-group.js';

/** What the protocol demands of every proof; asked again here, so that no other prover can weaken it unseen. */
const SECURITY_BITS = 96;

/**
 * Verifies a proof against the group's program and input. Only a verdict can reject it.
 * @throws DomainError PROOF_REJECTED with the verifier's reason, or FOREIGN for a file of another format, which is refused
 * unjudged; SERVER_BUSY when it could not be judged.
 */
export async function judgeProof(
  ctx: OperationContext,
  group: ProvableGroup,
  file: ReceivedFile,
): Promise<ValidVerdict> {
  await refuseSecondForm(file);
  const verdict = await verifyFiles(ctx, group, file);
  if (!verdict.valid) {
    throw new DomainError(
      'PROOF_REJECTED',
      `The proof is not valid: ${sanitizeForTerminal(verdict.message)}`,
      {
        help: 'Execute and prove this input group again with the files of the reservation.',
        details: { reason: verdict.reason },
      },
    );
  }
  checkVerdict(verdict, group, file);
  return verdict;
}

/**
 * The verifier also reads proofs under bzip2, of which one proof has many: a rejected proof would come back, and one
 * proof count several times. Here a proof has the one file that cairn-prover writes.
 */
async function refuseSecondForm(file: ReceivedFile): Promise<void> {
  await using handle = await open(file.path);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(3), 0, 3, 0);
  if (buffer.toString('latin1', 0, bytesRead) !== 'BZh') return;
  throw new DomainError('PROOF_REJECTED', 'The proof is compressed.', {
    help: 'Send the file as `cairn-prover prove` writes it.',
    details: { reason: 'MALFORMED' },
  });
}

async function verifyFiles(
  ctx: OperationContext,
  group: ProvableGroup,
  file: ReceivedFile,
): Promise<Verdict> {
  const copies: LocalCopy[] = [];
  const local = async (sha256: string): Promise<string> => {
    const copy = await ctx.files.localCopy(sha256);
    if (copy === undefined) throw new Error(`A stored file is missing: ${sha256}`);
    copies.push(copy);
    return copy.path;
  };
  const { program } = group;
  try {
    return await ctx.prover.verify({
      proof: file.path,
      executable: await local(program.executableSha256),
      input: await local(group.inputSha256),
      binding: program.inputBinding.toLowerCase() as Binding,
      calldata: program.calldata.toLowerCase() as Calldata,
    });
  } catch (error) {
    throw isForeign(error) ? foreign(error) : notJudged(error);
  } finally {
    for (const copy of copies) await copy.release();
  }
}

function isForeign(error: unknown): error is ProverFailure {
  return error instanceof ProverFailure && error.code === 'PROOF_FOREIGN';
}

/** Another version of the prover wrote it. Sent again it would be refused again, so it is no case of a busy server. */
function foreign(cause: ProverFailure): DomainError {
  return new DomainError('PROOF_REJECTED', 'The proof has a format that this server does not read.', {
    help: 'Prove with a version of cairn-prover that writes the format of this server; the execution need not be run again.',
    details: { reason: 'FOREIGN' },
    cause,
  });
}

/** The verifier's answer must be about the statement that was asked; anything else is a defect, not a judgement. */
function checkVerdict(verdict: ValidVerdict, group: ProvableGroup, file: ReceivedFile): void {
  const { program } = group;
  const holds =
    verdict.sha256 === file.sha256 &&
    verdict.programHash === program.programHash &&
    verdict.inputCommitment === group.inputCommitment &&
    verdict.binding === program.inputBinding.toLowerCase() &&
    verdict.bound === (program.inputBinding !== 'NONE') &&
    verdict.securityBits >= SECURITY_BITS;
  if (!holds) throw new Error(`The verifier answered about something else: ${JSON.stringify(verdict)}`);
}
