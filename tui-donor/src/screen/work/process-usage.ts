import { cpuTimeOf } from '../../governor/cap/cpu-time.js';
import { memoryOf } from '../../governor/samplers/linux/memory-of.js';

/** CPU time that processes have used, and the memory that they have, in bytes. */
export interface ProcessUsage {
  readonly cpuSeconds: number;
  readonly memory: number;
}

/**
 * Adds up a process and all that it started.
 * @returns undefined where that cannot be known: it has ended, or this system has no /proc
 */
export function processUsage(pid: number): ProcessUsage | undefined {
  const cpuMs = cpuTimeOf(pid);
  return cpuMs === undefined ? undefined : { cpuSeconds: cpuMs / 1000, memory: memoryOf(pid) };
}
