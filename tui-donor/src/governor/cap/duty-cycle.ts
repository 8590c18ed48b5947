/** What the governor has seen since it began: times in milliseconds. */
export interface DutySample {
  readonly elapsedMs: number;
  /** Of that, how long the work was allowed to run. */
  readonly ranMs: number;
}

/** What to do now, and for how long before looking again. */
export interface Spell {
  readonly run: boolean;
  readonly forMs: number;
}

const SHORTEST_RUN_MS = 10;
const USUAL_PERIOD_MS = 100;
/** A full share is hardly ever to be corrected. */
const FULL_PERIOD_MS = 500;

/**
 * The length of one run-and-pause, in milliseconds: a tenth of a second, half a one of a full share, or longer where the share is so small that a
 * run would be too short for the system's timers.
 */
export function periodOf(share: number): number {
  return share >= 1 ? FULL_PERIOD_MS : Math.max(USUAL_PERIOD_MS, SHORTEST_RUN_MS / share);
}

/**
 * Decides whether the work may run so that over time it gets its share. It corrects itself: a run that lasted too long
 * is followed by a longer pause.
 * @param share the part of the time in which the work may run, above 0: 1 and more are worth stopping only for what was used
 *   beside it
 */
export function nextSpell({ elapsedMs, ranMs }: DutySample, share: number): Spell {
  const period = periodOf(share);
  const aheadMs = ranMs - share * elapsedMs;
  // A spell of running costs its length and earns its share while it lasts.
  if (aheadMs <= 0) return { run: true, forMs: Math.min(share, 1) * period };
  return { run: false, forMs: aheadMs / share };
}

/** How many threads a number of CPUs is worth. */
export function threadsFor(cpus: number): number {
  return Math.max(1, Math.ceil(cpus));
}
