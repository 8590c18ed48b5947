import { formatDuration } from '@cairn/tui-kit';
import { CLEAR, OFF, type Rule } from './rule.js';

/** Somebody uses the machine, and the donor wants to work on an idle one only. That it is idle takes minutes by itself. */
export const inUseRule: Rule = {
  code: 'IN_USE',
  pauseAfter: 0,
  resumeAfter: 0,
  judge({ settings: { whileInUse, idleMinutes }, isIdle, sample: { idleSeconds } }) {
    if (whileInUse === 'work') return OFF;
    if (isIdle) return CLEAR;
    const why =
      idleSeconds === undefined
        ? 'it is to work on an idle machine only, and this one does not tell'
        : `the machine is in use; it counts as idle after ${formatDuration(idleMinutes * 60)} without a key or a mouse`;
    return { level: 'over', why };
  },
};
