import { readFileSync, writeFileSync } from 'node:fs';
import type { GovernorSettings } from './governor-settings.js';

const NICE: Readonly<Record<GovernorSettings['sessionPriority'], number>> = { lowest: 19, usual: 0 };

/**
 * Gives a process's session its priority. Where Linux groups processes by session for scheduling (`autogroup`, as on desktops),
 * the priority of a process counts among those of its own session only, and a prover has a session of its own: without the lowest one
 * it would get as much as all that the person runs in a terminal. Elsewhere there is nothing to do.
 * @param proc where the system shows its processes
 * @returns false when it has to be asked again: the system takes such a wish only ten times a second
 */
export function setSessionPriority(
  pid: number,
  priority: GovernorSettings['sessionPriority'],
  proc = '/proc',
): boolean {
  const path = `${proc}/${pid}/autogroup`;
  try {
    // What is so already needs no wish, of which there are few.
    if (readFileSync(path, 'utf8').trimEnd().endsWith(` nice ${NICE[priority]}`)) return true;
    writeFileSync(path, String(NICE[priority]));
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'EAGAIN');
  }
}
