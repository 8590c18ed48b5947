import type { WorkKind } from '@cairn/shared-schema/donor';

/** How long a kind of work is not asked for after all that came of it did not fit, in milliseconds. */
const PAUSE_MS = 5 * 60_000;

/** Remembers which kinds of work brought only what does not fit, so that it is not taken and given back all the time. */
export class KindPatience {
  readonly #until = new Map<WorkKind, number>();

  /** @param now milliseconds of any steady clock */
  isPaused(kind: WorkKind, now: number = performance.now()): boolean {
    return now < (this.#until.get(kind) ?? Number.NEGATIVE_INFINITY);
  }

  pause(kind: WorkKind, now: number = performance.now()): void {
    this.#until.set(kind, now + PAUSE_MS);
  }
}
