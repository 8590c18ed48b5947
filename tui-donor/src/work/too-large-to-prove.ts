import { formatBytes } from '@cairn/tui-kit';
import type { Limits } from '../governor/limits.js';

/** Says that a proof takes more memory than this donor allows, or has free. Sizes are bytes. */
export function tooLargeToProve(
  needed: number,
  { maxMemory, isShort = false }: Pick<Limits, 'maxMemory' | 'isShort'>,
): string {
  return `proving takes about ${formatBytes(needed)} of memory, and ${allowed(maxMemory, isShort)}`;
}

function allowed(maxMemory: number | null, isShort: boolean): string {
  if (maxMemory === null) return 'this machine has less';
  return isShort
    ? `only ${formatBytes(maxMemory)} are to be had now`
    : `${formatBytes(maxMemory)} are allowed`;
}
