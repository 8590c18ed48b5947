import { cpuTimeOf } from './cpu-time.js';

/** Tells how much CPU time, in milliseconds, was used since it was asked last. */
export type Meter = (mostOfOwnMs: number) => number | undefined;

/**
 * Measures a prover together with this client and all else that it has started: the cap is for all of them.
 * @param own this client
 * @returns a meter, whose argument bounds what all but the prover counts for: under a very small cap it would otherwise
 *   leave the work nothing. Undefined where the system does not tell
 */
export function workMeter(pid: number, own = process.pid): Meter {
  let before = timesOf(pid, own);
  return (mostOfOwnMs) => {
    const last = before;
    const now = timesOf(pid, own);
    before = now;
    if (now === undefined || last === undefined) return undefined;
    // Both are told in whole ticks: what is too much this time is too little the next.
    return now.prover - last.prover + Math.min(now.others - last.others, mostOfOwnMs);
  };
}

function timesOf(pid: number, own: number): { prover: number; others: number } | undefined {
  const prover = cpuTimeOf(pid);
  const all = cpuTimeOf(own);
  return prover === undefined || all === undefined ? undefined : { prover, others: all - prover };
}
