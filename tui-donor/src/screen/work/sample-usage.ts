import { type ProcessUsage, processUsage } from './process-usage.js';
import type { UsageSample } from './usage.js';

const EVERY_MS = 1000;

/**
 * Looks once a second at what the prover takes, while there is one.
 * @param pid of the process that works now
 * @returns what ends it
 */
export function sampleUsage(pid: () => number | undefined, tell: (sample: UsageSample) => void): () => void {
  let before: (ProcessUsage & { readonly pid: number; readonly at: number }) | undefined;
  const look = (): void => {
    const current = pid();
    const usage = current === undefined ? undefined : processUsage(current);
    if (current === undefined || usage === undefined) {
      before = undefined;
      return;
    }
    const at = performance.now();
    if (before?.pid === current) {
      const cpus = (usage.cpuSeconds - before.cpuSeconds) / ((at - before.at) / 1000);
      tell({ cpus: Math.max(0, cpus), memory: usage.memory });
    }
    before = { ...usage, pid: current, at };
  };
  const timer = setInterval(look, EVERY_MS);
  return () => clearInterval(timer);
}
