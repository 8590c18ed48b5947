import { formatBytes, formatCount } from '@cairn/tui-kit';
import type { Limits } from '../governor/governor.js';
import type { Reservation } from '../server/donor-api.js';
import { type GivenUp, stillGivenUp } from '../store/given-up.js';
import { estimateProveMemory } from './estimate-prove-memory.js';

/** Why this donor does not take a piece of work, as far as that can be known before anything is downloaded. */
export interface Unfit {
  readonly code: 'MEMORY_LIMIT' | 'STEP_LIMIT' | 'GIVEN_UP';
  readonly why: string;
}

/**
 * @param givenUp what this donor has given up before
 * @returns undefined where the work may be taken
 */
export function unfit(
  reservation: Reservation,
  limits: Limits,
  givenUp: readonly GivenUp[],
): Unfit | undefined {
  const { inputGroup, kind } = reservation;
  const { program, execution } = inputGroup;
  const before = givenUp.find(
    ({ subject, id, ...given }) =>
      id === (subject === 'program' ? program.id : inputGroup.id) &&
      stillGivenUp({ subject, id, ...given }, limits),
  );
  if (before !== undefined)
    return { code: 'GIVEN_UP', why: `it was given up before (${before.code}): ${before.message}` };
  if (kind === 'PROVE' && execution !== null) {
    const memory = estimateProveMemory(execution.steps);
    if (memory <= limits.maxMemory) return undefined;
    const why = `proving takes about ${formatBytes(memory)} of memory, and ${formatBytes(limits.maxMemory)} are allowed`;
    return { code: 'MEMORY_LIMIT', why };
  }
  if (limits.maxSteps !== undefined && (program.expectedSteps ?? 0) > limits.maxSteps) {
    const why = `it takes about ${formatCount(program.expectedSteps ?? 0)} steps, and ${formatCount(limits.maxSteps)} are allowed`;
    return { code: 'STEP_LIMIT', why };
  }
  return undefined;
}
