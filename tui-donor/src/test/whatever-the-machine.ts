/** Settings, as variables, under which it is no matter of the tests what the machine is like and who else uses it. */
export const WHATEVER_THE_MACHINE = {
  CAIRN_DONOR_ON_BATTERY: 'work',
  CAIRN_DONOR_SESSION_PRIORITY: 'usual',
  CAIRN_DONOR_MAX_TEMPERATURE: 'none',
  CAIRN_DONOR_FREE_MEMORY: 'none',
  CAIRN_DONOR_IDLE_FREE_MEMORY: 'none',
};
