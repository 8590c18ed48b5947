import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProverEvent } from '../answers/event.js';
import { ProverCancelled } from '../errors/prover-cancelled.js';
import { ProverError } from '../errors/prover-error.js';
import type { MemoryOptions, ProcessOptions } from '../options.js';
import { flags } from '../run/flags.js';
import { runProver } from '../run/run-prover.js';

/**
 * Replays an execution step by step and proves nothing: it is `prove`, which replays before it proves, ended as soon as
 * the replay has passed. In a process of its own, since that is the only end that a proof has; with one thread. The run is
 * one of the program that its header names then; whether it is on that input is not known before it is proven.
 * @throws ProverError `EXECUTION_TRUNCATED`, `EXECUTION_CORRUPTED`, `EXECUTION_FOREIGN`, `EXECUTION_INVALID` for one that cannot be
 * proven; `MEMORY_LIMIT` for one whose proof may not be begun within `maxMemoryBytes`; any `ProverFailure`.
 */
export async function replay(execution: string, options: ProcessOptions & MemoryOptions = {}): Promise<void> {
  const passed = new AbortController();
  let isReplaying = false;
  const onEvent = (event: ProverEvent): void => {
    options.onEvent?.(event);
    if (event.event !== 'phase') return;
    // What comes after it is the proof.
    if (isReplaying) passed.abort();
    isReplaying ||= event.phase === 'replay';
  };
  const signal =
    options.signal === undefined ? passed.signal : AbortSignal.any([passed.signal, options.signal]);
  const folder = await mkdtemp(join(tmpdir(), 'cairn-replay-'));
  try {
    const output = join(folder, 'never.proof');
    const args = flags({ execution, output, threads: 1, 'max-memory': options.maxMemoryBytes });
    await runProver('prove', args, { ...options, onEvent, signal });
  } catch (error) {
    if (!passed.signal.aborted || !(error instanceof ProverCancelled)) {
      // Only once it is replayed, the tables of its proof are known to be too large.
      const tooLarge = error instanceof ProverError && error.code === 'MEMORY_LIMIT';
      if (!(isReplaying && tooLarge && error.details.needed !== undefined)) throw error;
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
