import { ProverCancelled } from '@cairn/prover';
import { isTransient } from '@cairn/tui-kit';
import { limitsUnder } from '../governor/limits-under.js';
import { Lease } from '../lease/lease.js';
import { WorkEnded } from '../lease/work-ended.js';
import { removeWorkFolder, workFolder } from '../store/work-folder.js';
import { endWithFailure } from './end-with-failure.js';
import { executeStep, fetchExecutionStep } from './execute-step.js';
import { leaveAlone } from './leave-alone.js';
import { nextStep, type Step } from './next-step.js';
import type { Outcome, ReservedPiece } from './piece-of-work.js';
import { proveOrHandOver } from './prove-or-hand-over.js';
import { settleProofStep } from './settle-proof-step.js';
import { SignaturePatience } from './signature-patience.js';
import type { Standing } from './standing.js';
import type { StepResult } from './step-result.js';
import { submitExecutionStep } from './submit-execution-step.js';
import { submitProofStep } from './submit-proof-step.js';
import { type Unwanted, unwantedWork } from './unwanted-work.js';
import { workFailureOf } from './work-failure.js';
import { WorkUnwanted } from './work-unwanted.js';
import { namesOf, type Workbench } from './workbench.js';

/**
 * Takes a piece of work from where it stands to its end.
 * @param interrupt aborts when the donor is to end: the lease is given back, what is finished stays on disk
 * @throws the reason of `interrupt`; what is not about this work (the server is away, the prover is missing, a defect),
 *   with the piece left as it is for the next start
 */
export async function workOn(
  bench: Workbench,
  piece: ReservedPiece,
  standing: Standing,
  interrupt: AbortSignal,
): Promise<Outcome> {
  const lease = new Lease(bench, piece, standing === 'held', interrupt);
  const patience = new SignaturePatience(bench);
  let latest = piece;
  const problem = (): Unwanted | undefined => unwantedWork(latest, bench.selection);
  const stopWatching = bench.onSelection(() => {
    const now = problem();
    if (now !== undefined) lease.end(new WorkUnwanted(now));
  });
  try {
    for (;;) {
      // It may have been blocked before this run.
      const unwanted = problem();
      if (unwanted !== undefined) return await endUnwanted(bench, latest, unwanted, lease);
      const step = nextStep(latest, await lease.standing());
      if ('end' in step) return await end(bench, latest, step.end);
      const result = await take(step, bench, lease, interrupt).catch(async (error: unknown) => {
        await patience.waitAfter(error, lease.signal, interrupt);
        return { piece: latest };
      });
      if ('end' in result) return await end(bench, latest, result.end);
      latest = result.piece;
    }
  } catch (error) {
    return await endByError(error, bench, latest, lease, interrupt);
  } finally {
    stopWatching();
    await lease.stop();
  }
}

async function endUnwanted(
  bench: Workbench,
  piece: ReservedPiece,
  { why }: Unwanted,
  lease: Lease,
): Promise<Outcome> {
  await lease.release();
  bench.emit({ event: 'declined', why, ...namesOf(piece) });
  return end(bench, piece, 'declined');
}

/** Submitting is not ended by what happens to the lease: its end is often our own success. */
function take(
  step: Exclude<Step, { end: Outcome }>,
  bench: Workbench,
  lease: Lease,
  interrupt: AbortSignal,
): Promise<StepResult> {
  switch (step.do) {
    case 'execute':
      return executeStep(bench, step.piece, lease.signal);
    case 'fetch-execution':
      return fetchExecutionStep(bench, step.piece, lease.signal);
    case 'submit-execution':
      return submitExecutionStep(bench, step.piece, interrupt);
    case 'prove':
      return proveOrHandOver(bench, step.piece, lease);
    case 'submit-proof':
      return submitProofStep(bench, step.piece, interrupt);
    case 'settle-proof':
      return settleProofStep(bench, step.piece, interrupt);
  }
}

async function endByError(
  error: unknown,
  bench: Workbench,
  piece: ReservedPiece,
  lease: Lease,
  interrupt: AbortSignal,
): Promise<Outcome> {
  if (interrupt.aborted) {
    if (piece.execution === undefined && piece.proof === undefined) await end(bench, piece, 'released');
    throw interrupt.reason;
  }
  const reason: unknown = lease.signal.reason;
  if (error === reason || error instanceof ProverCancelled) {
    if (reason instanceof WorkUnwanted) return endUnwanted(bench, piece, reason.problem, lease);
    if (reason instanceof WorkEnded)
      return end(bench, piece, reason.standing === 'settled' ? 'superseded' : 'cancelled');
  }
  const command = piece.execution === undefined ? 'execute' : 'prove';
  const { maxSteps } = piece.reservation.inputGroup.program;
  const limits = limitsUnder(error) ?? bench.limits;
  const failure = workFailureOf(error, command, limits, maxSteps);
  if (failure === undefined) {
    // The server is away: the lease may outlast that. Anything else needs a person, and others can do the work.
    if (!isTransient(error)) await lease.release();
    throw error;
  }
  return end(bench, piece, await endWithFailure(bench, piece, { ...failure, limits }, lease, interrupt));
}

/** Notes the end of a piece of work, tells of it, and clears its files away. */
async function end(bench: Workbench, piece: ReservedPiece, outcome: Outcome): Promise<Outcome> {
  const names = namesOf(piece);
  bench.store.finish(piece.clientKey, outcome);
  if (outcome === 'superseded' || outcome === 'cancelled' || outcome === 'released') {
    bench.emit({ event: outcome, ...names });
  } else if (outcome === 'lost') {
    bench.emit({ event: 'lease-lost', why: 'another donor may have it by now', goesOn: false, ...names });
  } else if (outcome === 'refused') {
    const message = 'the server did not take our work on it';
    leaveAlone(bench, piece, { code: 'REFUSED', message, subject: 'group' });
  }
  await removeWorkFolder(workFolder(bench.dataDir, piece.clientKey));
  return outcome;
}
