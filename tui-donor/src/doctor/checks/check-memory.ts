import { formatBytes } from '@cairn/tui-kit';
import { estimateProveMemory } from '../../work/estimate-prove-memory.js';
import type { Finding, Patient } from '../finding.js';

/** What the smallest proof takes, in bytes. */
const LEAST = estimateProveMemory(0);

/**
 * Whether the smallest proof fits.
 * @param free bytes that programs can still get
 */
export function checkMemory({ maxMemory }: Pick<Patient, 'maxMemory'>, free: number): Finding {
  const check = 'memory';
  const allowed = maxMemory === null ? 'no limit' : `${formatBytes(maxMemory)} allowed`;
  const found = `${formatBytes(free)} free, ${allowed}; the smallest proof takes about ${formatBytes(LEAST)}`;
  if (maxMemory !== null && maxMemory < LEAST) {
    const help =
      'allow more with `cairn-donor config set max_memory SIZE`, or only execute: `run --mode execute`';
    return { check, verdict: 'problem', found, help };
  }
  if (free >= LEAST) return { check, verdict: 'good', found };
  return {
    check,
    verdict: 'problem',
    found,
    help: 'end other programs, or only execute: `run --mode execute`',
  };
}
