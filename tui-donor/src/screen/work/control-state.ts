import type { PauseReason } from '../../governor/decision/decide.js';

/** How the work is held, and what the person has asked of it. */
export interface ControlState {
  /** CPUs that it may use now: on an idle machine they may be others than on one in use. */
  readonly cpus: number;
  /** Whether that is a cap of the moment, and not what the settings say. */
  readonly isCapped: boolean;
  /** What the machine has. */
  readonly mostCpus: number;
  /** Bytes that proving may take; null for no limit. */
  readonly maxMemory: number | null;
  /** Why nothing is computed; empty where something may be. */
  readonly reasons: readonly PauseReason[];
  /** When a snooze ends, in milliseconds since 1970. */
  readonly snoozedUntil: number | undefined;
  /** The piece at hand is the last one. */
  readonly finishing: boolean;
  /** Whether the loop runs. */
  readonly running: boolean;
  /** What ended the loop, where it was not wanted: what is wrong, and what to do. */
  readonly error: string | undefined;
}

const SMALLEST_CAP = 0.25;
const STEP = 0.25;

/** The next cap up or down, in quarters of a CPU; down is never up, however small the cap was set elsewhere. */
export function nextCap({ cpus, mostCpus }: Pick<ControlState, 'cpus' | 'mostCpus'>, up: boolean): number {
  if (up) return Math.min(mostCpus, (Math.floor(cpus / STEP) + 1) * STEP);
  return Math.min(cpus, Math.max(SMALLEST_CAP, (Math.ceil(cpus / STEP) - 1) * STEP));
}
