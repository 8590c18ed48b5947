/**
 * Settings, as variables, for donors whose work goes on also on battery, on a hot machine, on one with little memory, and on one
 * that others use.
 */
export const WHATEVER_THE_MACHINE = {
  CAIRN_DONOR_ON_BATTERY: 'work',
  CAIRN_DONOR_SESSION_PRIORITY: 'usual',
  CAIRN_DONOR_MAX_TEMPERATURE: 'none',
  CAIRN_DONOR_FREE_MEMORY: 'none',
  CAIRN_DONOR_IDLE_FREE_MEMORY: 'none',
};
