import type { DonorEvent } from './donor-event.js';

/** Milliseconds from one line about progress to the next. */
const PROGRESS_EVERY_MS = 10_000;

/**
 * Which events are worth a line for people: all but phases, and of the progress one in ten seconds, the first no sooner than
 * ten seconds after something else was told.
 * @param now milliseconds of any clock that only goes forward
 */
export function plainLines(now: () => number = () => performance.now()): (event: DonorEvent) => boolean {
  let toldAt = now();
  return ({ event }) => {
    if (event === 'phase') return false;
    if (event === 'progress' && now() - toldAt < PROGRESS_EVERY_MS) return false;
    toldAt = now();
    return true;
  };
}
