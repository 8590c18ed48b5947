/** What was measured, and how long ago that began. */
export interface Kept<T> {
  readonly value: T;
  readonly ageSeconds: number;
}

/** How long the first sample is waited for, and every later one, in milliseconds: then the one before it has to do. */
const PATIENCE_MS = { first: 1000, later: 200 } as const;

/** What is older than that, in seconds, says nothing of the machine any more. */
const MOST_AGE_SECONDS = 60;

/**
 * Measures something at most once in so many seconds, and tells what it was in between. A measurement that takes long goes
 * on beside: nobody who asks waits for it, and gets the last one with its age. There is never more than one under way.
 * @param now milliseconds of a clock that only goes forward
 * @param patience how long to wait, in milliseconds
 * @returns what measures; it gives undefined while nothing is known
 */
export function kept<Arguments extends unknown[], T>(
  seconds: number,
  measure: (...args: Arguments) => Promise<T>,
  now: () => number = () => performance.now(),
  patience: Readonly<Record<keyof typeof PATIENCE_MS, number>> = PATIENCE_MS,
): (...args: Arguments) => Promise<Kept<T> | undefined> {
  let last: { readonly at: number; readonly value: T } | undefined;
  let running: Promise<void> | undefined;
  const begin = async (args: Arguments): Promise<void> => {
    const at = now();
    try {
      last = { at, value: await measure(...args) };
    } catch {
      // What cannot be measured is left out.
    } finally {
      running = undefined;
    }
  };
  return async (...args) => {
    if (last === undefined || now() - last.at >= seconds * 1000) running ??= begin(args);
    if (running !== undefined) await within(running, last === undefined ? patience.first : patience.later);
    if (last === undefined) return undefined;
    const ageSeconds = (now() - last.at) / 1000;
    return ageSeconds > MOST_AGE_SECONDS ? undefined : { value: last.value, ageSeconds };
  };
}

/** Waits for it, but not for longer than that. */
async function within(doing: Promise<void>, milliseconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  await Promise.race([doing, promise]);
  clearTimeout(timer);
}
