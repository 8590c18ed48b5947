import { FREE_AGAIN } from '../rules/free-memory-rule.js';
import type { Situation } from '../rules/rule.js';

/** Seconds for which a stopped proof may hold memory that others need: a burst of theirs is not to cost a proof. */
const PATIENCE = 120;

/**
 * Whether a pause for low memory would end if what stands still gave its memory back, and would not end otherwise: work
 * that is stopped keeps all that it has, and nobody else may ever give back as much.
 */
export function heldBySelf({ limits, sample }: Pick<Situation, 'limits' | 'sample'>): boolean {
  const { freeMemory, ownMemory } = sample;
  if (limits.freeMemory === null || freeMemory === undefined || ownMemory === undefined) return false;
  const enough = limits.freeMemory * FREE_AGAIN;
  return freeMemory < enough && freeMemory + ownMemory >= enough;
}

/**
 * @param since when it began, or undefined
 * @param at milliseconds of the same clock
 */
export function isLongEnough(since: number | undefined, at: number): boolean {
  return since !== undefined && at - since >= PATIENCE * 1000;
}
