import type { GovernorSettings } from '../governor/governor-settings.js';
import type { Limits } from '../governor/limits.js';
import type { DonorSettings } from './donor-settings.js';

/** What the settings mean to the governor. */
export function governorSettingsOf(settings: DonorSettings): GovernorSettings {
  return {
    inUse: {
      cpus: settings.cpus.value,
      otherCpus: settings.otherCpus.value,
      freeMemory: settings.freeMemory.value,
    },
    idle: {
      cpus: settings.idleCpus.value ?? settings.cpus.value,
      otherCpus: settings.idleOtherCpus.value,
      freeMemory: settings.idleFreeMemory.value,
    },
    idleMinutes: settings.idleMinutes.value,
    whileInUse: settings.whileInUse.value,
    onBattery: settings.onBattery.value,
    maxTemperature: settings.maxTemperature.value,
    hours: settings.hours.value,
    sessionPriority: settings.sessionPriority.value,
    programs: settings.pauseFor.value,
  };
}

/** What they mean to a piece of work. */
export function limitsOf({ maxMemory }: DonorSettings, maxSteps: number | undefined): Limits {
  return { maxMemory: maxMemory.value, maxMemoryGiven: maxMemory.origin.source !== 'default', maxSteps };
}
