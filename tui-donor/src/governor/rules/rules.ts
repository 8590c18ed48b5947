import { batteryRule } from './battery-rule.js';
import { freeMemoryRule } from './free-memory-rule.js';
import { hoursRule } from './hours-rule.js';
import { inUseRule } from './in-use-rule.js';
import { otherCpusRule } from './other-cpus-rule.js';
import { programRule } from './program-rule.js';
import type { Rule } from './rule.js';
import { snoozeRule } from './snooze-rule.js';
import { temperatureRule } from './temperature-rule.js';
import { userRule } from './user-rule.js';

/** Every reason to pause, the one that is told first at the top. */
export const RULES: readonly Rule[] = [
  userRule,
  snoozeRule,
  hoursRule,
  inUseRule,
  programRule,
  batteryRule,
  temperatureRule,
  freeMemoryRule,
  otherCpusRule,
];
