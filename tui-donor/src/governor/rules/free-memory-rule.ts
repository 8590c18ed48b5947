import { formatBytes } from '@cairn/tui-kit';
import { BETWEEN, CLEAR, OFF, type Rule } from './rule.js';

/** How much more than the limit must be free before the work goes on. */
export const FREE_AGAIN = 1.25;

/** Little memory is free: work that stands still takes no more of it. */
export const freeMemoryRule: Rule = {
  code: 'FREE_MEMORY',
  pauseAfter: 0.5,
  resumeAfter: 30,
  judge({ limits: { freeMemory: least }, sample: { freeMemory } }) {
    if (least === null) return OFF;
    if (freeMemory === undefined) return CLEAR;
    if (freeMemory < least) {
      return {
        level: 'over',
        why: `${formatBytes(freeMemory)} of memory are free (less than ${formatBytes(least)})`,
      };
    }
    return freeMemory < least * FREE_AGAIN ? BETWEEN : CLEAR;
  },
};
