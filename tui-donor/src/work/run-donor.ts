import { setTimeout as pause } from 'node:timers/promises';
import { InterruptedError } from '@cairn/tui-kit';
import type { Tally } from '../events/donor-event.js';
import { sweepWorkFolders } from '../store/sweep-work-folders.js';
import { findWork, type WorkChoice } from './find-work.js';
import { KindPatience } from './kind-patience.js';
import type { ReservedPiece } from './piece-of-work.js';
import { resumeWork } from './resume-work.js';
import { TallyKeeper } from './tally-keeper.js';
import { waitSeconds } from './wait-seconds.js';
import { workOn } from './work-on.js';
import { namesOf, type Workbench } from './workbench.js';

export interface RunOptions extends WorkChoice {
  /** Ends after so many accepted proofs and executions; without it, when no work is left. */
  readonly count: number | undefined;
  /** Goes on asking when no work is left. */
  readonly wait: boolean;
  /** Aborts when the donor is to end after the piece of work that it has. Where that is taken back, it is another signal. */
  readonly finish?: AbortSignal;
}

/**
 * The donor's work loop: first what an earlier run left, then one piece after the other.
 * @returns what was done
 * @throws the reason of the signal; whatever is not about a single piece of work
 */
export async function runDonor(bench: Workbench, options: RunOptions, signal: AbortSignal): Promise<Tally> {
  const keeper = new TallyKeeper();
  const patience = new KindPatience();
  const never = new AbortController().signal;
  const finish = (): AbortSignal => options.finish ?? never;
  const enough = (): boolean =>
    finish().aborted || (options.count !== undefined && keeper.done >= options.count);
  try {
    await bench.credit?.meet(signal);
    const file = bench.credit?.unprotectedKey;
    if (file !== undefined) bench.emit({ event: 'key-unprotected', file });
    await bench.credit?.sync(signal);
    await finishEarlierWork(bench, keeper, enough, signal);
    let idleRounds = 0;
    while (!enough() && (await mayBegin(bench, signal, finish()))) {
      const piece = await findWork(bench, options, patience, signal);
      if (piece !== undefined) {
        idleRounds = 0;
        announce(bench, piece);
        keeper.note(await workOn(bench, piece, 'held', signal));
        await bench.credit?.sync(signal);
      } else if (options.wait) {
        await idle(bench, idleRounds, signal, finish());
        idleRounds += 1;
      } else break;
    }
  } catch (error) {
    bench.emit({
      event: 'stopped',
      why: error instanceof InterruptedError ? 'interrupted' : 'error',
      ...keeper.tally,
    });
    throw error;
  }
  const why = finish().aborted ? 'finished' : enough() ? 'count' : 'no-work-left';
  bench.emit({ event: 'stopped', why, ...keeper.tally });
  return keeper.tally;
}

async function finishEarlierWork(
  bench: Workbench,
  keeper: TallyKeeper,
  enough: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  const elsewhere = bench.store.unfinishedElsewhere();
  if (elsewhere.length > 0) {
    const pieces = elsewhere.reduce((sum, entry) => sum + entry.pieces, 0);
    bench.emit({ event: 'left-alone', pieces, servers: elsewhere.map(({ serverUrl }) => serverUrl) });
  }
  await sweepWorkFolders(bench.dataDir, bench.store.unfinishedKeys());
  for (const found of bench.store.unfinished()) {
    if (enough()) return;
    const resumed = await resumeWork(bench, found, signal);
    if (resumed !== undefined) keeper.note(await workOn(bench, resumed.piece, resumed.standing, signal));
  }
}

function announce(bench: Workbench, piece: ReservedPiece): void {
  const { kind, expiresAt, inputGroup } = piece.reservation;
  const { program } = inputGroup;
  bench.emit({
    event: 'reserved',
    kind,
    programId: program.id,
    organization: program.organization.name,
    decisions: program.organization.decisions ?? null,
    expiresAt,
    ...namesOf(piece),
  });
}

/** Waits until the governor lets a new piece of work begin. @returns false when the donor is to end instead */
async function mayBegin({ governor }: Workbench, signal: AbortSignal, finish: AbortSignal): Promise<boolean> {
  await governor.mayRun(AbortSignal.any([signal, finish])).catch(() => signal.throwIfAborted());
  return !finish.aborted;
}

async function idle(
  bench: Workbench,
  rounds: number,
  signal: AbortSignal,
  finish: AbortSignal,
): Promise<void> {
  const seconds = waitSeconds(rounds);
  bench.emit({ event: 'waiting', seconds });
  const either = AbortSignal.any([signal, finish]);
  await pause(seconds * 1000, undefined, { signal: either }).catch(() => signal.throwIfAborted());
}
