import { cpuTimeOf } from '../../cap/cpu-time.js';
import { readText } from './read-text.js';

const MS_PER_TICK = 10;

/** Times of all CPUs together, in milliseconds. */
interface Busy {
  readonly busyMs: number;
  readonly ownMs: number;
  readonly at: number;
}

/**
 * The CPUs that other programs use, between one call and the next: what all CPUs did, less this client with all that it
 * started.
 */
export function otherCpus(proc: string): () => Promise<number | undefined> {
  let before: Busy | undefined;
  return async () => {
    const stat = await readText(`${proc}/stat`);
    const ownMs = cpuTimeOf(process.pid, proc);
    if (stat === undefined || ownMs === undefined) return undefined;
    const now = { busyMs: busyMsOf(stat), ownMs, at: performance.now() };
    const last = before;
    before = now;
    if (last === undefined || now.at <= last.at) return undefined;
    const otherMs = now.busyMs - last.busyMs - (now.ownMs - last.ownMs);
    return Math.max(0, otherMs / (now.at - last.at));
  };
}

/** @returns milliseconds in which a CPU did something, of all CPUs together, from the text of `/proc/stat` */
export function busyMsOf(stat: string): number {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = (stat.split('\n')[0] ?? '')
    .split(/\s+/u)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + softirq) * MS_PER_TICK;
}
