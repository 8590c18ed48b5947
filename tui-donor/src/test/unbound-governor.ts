import { Governor } from '../governor/governor.js';
import type { GovernorSettings } from '../governor/governor-settings.js';
import { ALWAYS } from '../governor/hours/week-hours.js';

const UNBOUND = { cpus: 1, otherCpus: null, freeMemory: null };

/** Settings under which nothing pauses, with changes. */
export function governorSettings(changes: Partial<GovernorSettings> = {}): GovernorSettings {
  return {
    inUse: UNBOUND,
    idle: UNBOUND,
    idleMinutes: 5,
    whileInUse: 'work',
    onBattery: 'work',
    maxTemperature: null,
    hours: ALWAYS,
    sessionPriority: 'lowest',
    programs: [],
    ...changes,
  };
}

/** A governor that lets everything run. */
export function unboundGovernor(): Governor {
  return new Governor({
    settings: governorSettings(),
    sampler: { measure: async () => ({}) },
    emit: () => {},
  });
}
