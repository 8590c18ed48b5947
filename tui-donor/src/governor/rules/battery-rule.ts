import { formatDuration, formatPercent } from '@cairn/tui-kit';
import { CLEAR, OFF, type Rule } from './rule.js';

/** From how many seconds on the age of what was measured is told. */
const OLD_SECONDS = 10;

/** On battery. A plug that is loose for a moment does not let the work begin. */
export const batteryRule: Rule = {
  code: 'BATTERY',
  pauseAfter: 0,
  resumeAfter: 10,
  judge({ settings, sample: { onBattery, charge, supplyAge = 0 } }) {
    if (settings.onBattery === 'work') return OFF;
    if (onBattery !== true) return CLEAR;
    const left = charge === undefined ? '' : ` (${formatPercent(charge)} left)`;
    const ago = supplyAge < OLD_SECONDS ? '' : `, as it was ${formatDuration(supplyAge)} ago`;
    return { level: 'over', why: `on battery${left}${ago}` };
  },
};
