import { readFileSync } from 'node:fs';
import { childrenOf } from '../../cap/children-of.js';

/**
 * Bytes that are in memory of a process and of all that it started; 0 of one that is no more.
 * @param proc where the system shows its processes
 */
export function memoryOf(pid: number, proc = '/proc'): number {
  try {
    const [, kilobytes = '0'] =
      /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`${proc}/${pid}/status`, 'latin1')) ?? [];
    return Number(kilobytes) * 1024 + memoryOfChildren(pid, proc);
  } catch {
    return 0;
  }
}

/** The same of all that a process started, without itself. */
export function memoryOfChildren(pid: number, proc = '/proc'): number {
  try {
    return childrenOf(pid, proc).reduce((sum, child) => sum + memoryOf(child, proc), 0);
  } catch {
    return 0;
  }
}
