import type { WorkKind } from '@cairn/shared-schema/donor';
import type { Aim } from '../selection/aims-of.js';

/** How long a kind of work is not asked for after all that came of it did not fit, in milliseconds. */
const PAUSE_MS = 5 * 60_000;

/**
 * Remembers which kinds of work, of which program or organization, brought only what does not fit, so that it is not taken
 * and given back all the time.
 */
export class KindPatience {
  readonly #until = new Map<string, number>();

  /** @param now milliseconds of any steady clock */
  isPaused(kind: WorkKind, aim: Aim, now: number = performance.now()): boolean {
    return now < (this.#until.get(keyOf(kind, aim)) ?? Number.NEGATIVE_INFINITY);
  }

  pause(kind: WorkKind, aim: Aim, now: number = performance.now()): void {
    this.#until.set(keyOf(kind, aim), now + PAUSE_MS);
  }
}

function keyOf(kind: WorkKind, { programId, organizationId }: Aim): string {
  return JSON.stringify([kind, programId, organizationId]);
}
