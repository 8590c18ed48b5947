/** How fast the proofs of a program come in, and when the last one is to be expected. */
export interface Pulse {
  /** Proofs an hour; undefined where there were too few to tell. */
  readonly perHour: number | undefined;
  /** Seconds until none is left; undefined where nothing is left, or no proofs come. */
  readonly secondsLeft: number | undefined;
}

const HOUR_MS = 3_600_000;
const LEAST_PROOFS = 2;

/**
 * The pulse by the newest proofs: how many came since the first of them. It slows down by itself when none come any more.
 * @param submittedAt when each came, the newest first
 * @param left input groups without a proof
 */
export function pulseOf(submittedAt: readonly string[], left: number, now: Date): Pulse {
  const oldest = submittedAt.at(-1);
  if (oldest === undefined || submittedAt.length < LEAST_PROOFS) {
    return { perHour: undefined, secondsLeft: undefined };
  }
  const milliseconds = Math.max(1, now.getTime() - Date.parse(oldest));
  const perHour = ((submittedAt.length - 1) * HOUR_MS) / milliseconds;
  return { perHour, secondsLeft: left === 0 ? undefined : (left / perHour) * 3600 };
}
