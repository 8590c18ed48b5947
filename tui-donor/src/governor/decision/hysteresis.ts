import type { Judgement, Rule } from '../rules/rule.js';

/** What became of one rule so far. */
export interface Trip {
  /** Why it pauses the work; undefined while it does not. */
  readonly why: string | undefined;
  /** Since when, by the samples' clock, it has said the opposite of what holds. */
  readonly turningSince: number | undefined;
}

export const UNTRIPPED: Trip = { why: undefined, turningSince: undefined };

/**
 * Takes a rule one sample further, so that it neither pauses nor goes on for a moment's sake.
 * @param at milliseconds of the samples' clock
 */
export function hysteresis(
  trip: Trip,
  judgement: Judgement,
  at: number,
  { pauseAfter, resumeAfter }: Pick<Rule, 'pauseAfter' | 'resumeAfter'>,
): Trip {
  if (judgement.level === 'off') return UNTRIPPED;
  const isOver = judgement.level === 'over';
  const turns = trip.why === undefined ? isOver : judgement.level === 'clear';
  if (!turns) return { why: isOver ? judgement.why : trip.why, turningSince: undefined };
  const turningSince = trip.turningSince ?? at;
  const needed = trip.why === undefined ? pauseAfter : resumeAfter;
  if (at - turningSince < needed * 1000) return { ...trip, turningSince };
  return isOver ? { why: judgement.why, turningSince: undefined } : UNTRIPPED;
}
