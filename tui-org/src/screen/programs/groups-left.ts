import type { OwnProgram } from '../../programs/find-program.js';

/** Input groups of a program that wait for a proof. */
export function groupsLeft({ groupCounts }: Pick<OwnProgram, 'groupCounts'>): number {
  return groupCounts.available + groupCounts.reserved + groupCounts.executed;
}
