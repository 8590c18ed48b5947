import type { Limits } from './limits.js';

const under = new WeakMap<object, Limits>();

/** Notes of a command's failure which limits held for it: by the time it is judged there may be others. */
export function noteLimits(error: unknown, limits: Limits): void {
  if (typeof error === 'object' && error !== null) under.set(error, limits);
}

/** @returns undefined for what did not come of a command */
export function limitsUnder(error: unknown): Limits | undefined {
  return typeof error === 'object' && error !== null ? under.get(error) : undefined;
}
