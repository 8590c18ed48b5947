import { ProverError } from '@cairn/prover';
import type { OperationContext } from '../context/operation-context.js';
import type { InputGroup } from '../input-group/input-group.entity.js';
import { hashFile } from '../storage/hash-file.js';
import type { Execution } from './execution.entity.js';

/**
 * Whether the server itself sees that a stored execution is worth nothing: its file is gone, is no longer what was
 * stored, cannot be read, or belongs to another program or input. The steps behind the header show their worth only
 * when they are proven, so `false` says nothing in its favour; neither does a prover that has no time to answer.
 */
export async function isBroken(
  ctx: OperationContext,
  group: InputGroup,
  execution: Execution,
): Promise<boolean> {
  const copy = await ctx.files.localCopy(execution.sha256);
  if (copy === undefined) return true;
  try {
    if ((await hashFile(copy.path)).sha256 !== execution.sha256) return true;
    const { programHash, inputCommitment } = await ctx.prover.inspectExecution(copy.path);
    return programHash !== group.program.programHash || inputCommitment !== group.inputCommitment;
  } catch (err) {
    if (err instanceof ProverError && err.exitCode === 2) return true;
    ctx.log.warn({ err }, 'a reported execution could not be looked at');
    return false;
  } finally {
    await copy.release();
  }
}
