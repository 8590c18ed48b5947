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

/**
 * The length of one run-and-pause, in milliseconds: a tenth of a second, or longer where the share is so small that a
 * run would be too short for the system's timers.
 */
export function periodOf(share: number): number {
  return Math.max(USUAL_PERIOD_MS, SHORTEST_RUN_MS / share);
}

/**
 * Decides whether the work may run so that over time it gets its share. It corrects itself: a run that lasted too long
 * is followed by a longer pause. After the machine slept it does not make up for more than one period.
 * @param share the part of the time in which the work may run, above 0, at most 1
 */
export function nextSpell({ elapsedMs, ranMs }: DutySample, share: number): Spell {
  const period = periodOf(share);
  if (share >= 1) return { run: true, forMs: period };
  const aheadMs = ranMs - share * elapsedMs;
  // A spell of running costs its length and earns its share while it lasts.
  if (aheadMs <= 0) return { run: true, forMs: share * period };
  return { run: false, forMs: aheadMs / share };
}

/** How many threads a number of CPUs is worth, and the share of the time in which they run. */
export function threadsFor(cpus: number): { threads: number; share: number } {
  const threads = Math.max(1, Math.ceil(cpus));
  return { threads, share: cpus / threads };
}
