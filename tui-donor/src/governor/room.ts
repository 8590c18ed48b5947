import type { UseLimits } from './governor-settings.js';
import type { Limits } from './limits.js';
import type { Sample } from './sample.js';

/**
 * Bytes that the work may take so that as much stays free as is to: what programs can still get, and what the work has
 * already. A proof that begins within it does not pause itself for low memory.
 * @returns undefined where the system does not tell what is free
 */
export function roomIn(
  { freeMemory, ownMemory = 0 }: Pick<Sample, 'freeMemory' | 'ownMemory'>,
  { freeMemory: least }: Pick<UseLimits, 'freeMemory'>,
): number | undefined {
  return freeMemory === undefined ? undefined : Math.max(0, freeMemory + ownMemory - (least ?? 0));
}

/** The donor's limits, narrowed to the room that there is now. */
export function withinRoom(limits: Limits, room: number | undefined): Limits {
  if (room === undefined || (limits.maxMemory !== null && limits.maxMemory <= room)) return limits;
  // A shortage of this machine says nothing of a program: like a limit of the donor's own it is not reported.
  return { ...limits, maxMemory: room, maxMemoryGiven: true, isShort: true };
}
