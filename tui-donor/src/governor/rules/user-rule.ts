import { OFF, type Rule } from './rule.js';

/** The donor said `pause`: until `resume`, or until the client ends. */
export const userRule: Rule = {
  code: 'USER',
  pauseAfter: 0,
  resumeAfter: 0,
  judge: ({ wish }) => (wish.kind === 'pause' ? { level: 'over', why: 'you paused it' } : OFF),
};
