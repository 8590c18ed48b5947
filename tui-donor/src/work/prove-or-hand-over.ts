import { fitsMemory } from '../governor/limits.js';
import type { Lease } from '../lease/lease.js';
import { handOverStep } from './hand-over-step.js';
import type { FinishedExecution, ReservedPiece } from './piece-of-work.js';
import { proveStep } from './prove-step.js';
import type { StepResult } from './step-result.js';
import type { Workbench } from './workbench.js';

/**
 * Proves the execution, or hands it over where the proof does not fit. What a machine has free while the work is paused says
 * nothing of what it has afterwards: that is judged when the work may run. What the donor does not allow is handed over at once.
 */
export async function proveOrHandOver(
  bench: Workbench,
  piece: ReservedPiece & { readonly execution: FinishedExecution },
  lease: Pick<Lease, 'signal' | 'release'>,
): Promise<StepResult> {
  const fits = (): boolean => fitsMemory(piece.execution.proveMemory ?? 0, bench.limits.maxMemory);
  if (fits() || bench.limits.isShort === true) await bench.governor.mayRun(lease.signal);
  return fits() ? proveStep(bench, piece, lease.signal) : handOverStep(bench, piece, lease);
}
