import { readFileSync } from 'node:fs';
import { childrenOf } from './children-of.js';

/** Linux counts in hundredths of a second towards programs, whatever it does inside. */
const MS_PER_TICK = 10;

/**
 * The CPU time of a process and of all that it started, ended ones included, in milliseconds.
 * @param proc where the system shows its processes
 * @returns undefined where the system does not tell, or the process is no more
 */
export function cpuTimeOf(pid: number, proc = '/proc'): number | undefined {
  try {
    const own = ticksOf(readFileSync(`${proc}/${pid}/stat`, 'latin1'));
    const children = childrenOf(pid, proc).map((child) => cpuTimeOf(child, proc) ?? 0);
    return children.reduce((sum, time) => sum + time, own * MS_PER_TICK);
  } catch {
    return undefined;
  }
}

/** User and system time of a process and of those children that it has seen end. */
function ticksOf(stat: string): number {
  // The name stands in parentheses and may have spaces and parentheses of its own.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
}
