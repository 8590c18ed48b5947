import { CLEAR, OFF, type Rule } from './rule.js';

/** A program that the donor named is running. */
export const programRule: Rule = {
  code: 'PROGRAM',
  pauseAfter: 0,
  resumeAfter: 15,
  judge({ settings: { programs }, sample: { running = [] } }) {
    if (programs.length === 0) return OFF;
    const found = programs.filter((name) => running.includes(name));
    if (found.length === 0) return CLEAR;
    return { level: 'over', why: `${found.join(', ')} ${found.length === 1 ? 'is' : 'are'} running` };
  },
};
