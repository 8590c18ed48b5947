import type { WeekHours } from './hours/week-hours.js';

/** Limits that may differ between a machine in use and an idle one. `null`: no limit. */
export interface UseLimits {
  /** CPUs for the work, not necessarily whole. */
  readonly cpus: number;
  /** Pauses while other programs use more CPUs than that. */
  readonly otherCpus: number | null;
  /** Pauses while fewer bytes of memory are free. */
  readonly freeMemory: number | null;
}

/** What the donor allows, and when. */
export interface GovernorSettings {
  /** While somebody uses the machine, or nobody can tell. */
  readonly inUse: UseLimits;
  /** After `idleMinutes` without a key or a mouse. */
  readonly idle: UseLimits;
  readonly idleMinutes: number;
  /** Whether to work at all while the machine is in use. */
  readonly whileInUse: 'work' | 'pause';
  readonly onBattery: 'work' | 'pause';
  /** °C of the processor. */
  readonly maxTemperature: number | null;
  readonly hours: WeekHours;
  /** Among the sessions that Linux schedules by: last of all, or as any other. */
  readonly sessionPriority: 'lowest' | 'usual';
  /** Pauses while one of these programs runs. */
  readonly programs: readonly string[];
}

/** What the person asked for last, which holds until something else is asked for, or the client ends. */
export type Wish =
  | { readonly kind: 'work' }
  /** To stand still until told otherwise. */
  | { readonly kind: 'pause' }
  /** To stand still until a time, in milliseconds since 1970. */
  | { readonly kind: 'snooze'; readonly until: number };

/** Nobody asked for anything, or took it back. */
export const WORK: Wish = { kind: 'work' };
