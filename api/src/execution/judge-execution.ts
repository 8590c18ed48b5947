import { ProverError } from '@cairn/prover';
import type { OperationContext, ServerContext } from '../context/operation-context.js';
import type { Execution } from './execution.entity.js';

/** What a replay says of an execution; NOT_JUDGED where there was none. */
export type ExecutionVerdict = 'SOUND' | 'BAD' | 'NOT_JUDGED';

const BAD: ReadonlySet<string> = new Set([
  'EXECUTION_TRUNCATED',
  'EXECUTION_CORRUPTED',
  'EXECUTION_FOREIGN',
  'EXECUTION_INVALID',
]);

/**
 * Has an execution replayed. `SOUND` says that every step of it is one of the program that it names; that the run is on
 * this input is not known before it is proven. A limit that is reached, a crash and a full disk say nothing.
 */
export async function judgeExecution(
  { files, prover }: Pick<ServerContext, 'files' | 'prover'>,
  { sha256 }: Execution,
  log: OperationContext['log'],
  signal?: AbortSignal,
): Promise<ExecutionVerdict> {
  try {
    const copy = await files.localCopy(sha256);
    if (copy === undefined) return 'BAD';
    try {
      await prover.replay(copy.path, signal);
      return 'SOUND';
    } finally {
      await copy.release();
    }
  } catch (err) {
    if (err instanceof ProverError && BAD.has(err.code)) return 'BAD';
    if (!signal?.aborted) log.warn({ err }, 'a reported execution could not be judged');
    return 'NOT_JUDGED';
  }
}
