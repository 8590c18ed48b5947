import { BETWEEN, CLEAR, OFF, type Rule } from './rule.js';

/** What part of the limit other programs must fall below before the work goes on. */
const CALM_AGAIN = 0.75;

/** Other programs need the processor. */
export const otherCpusRule: Rule = {
  code: 'OTHER_CPUS',
  pauseAfter: 0.5,
  resumeAfter: 30,
  judge({ limits: { otherCpus: most }, sample: { otherCpus } }) {
    if (most === null) return OFF;
    if (otherCpus === undefined) return CLEAR;
    if (otherCpus > most) {
      return { level: 'over', why: `other programs use ${otherCpus.toFixed(2)} CPUs (more than ${most})` };
    }
    return otherCpus > most * CALM_AGAIN ? BETWEEN : CLEAR;
  },
};
