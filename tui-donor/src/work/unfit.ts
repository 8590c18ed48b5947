import { formatCount } from '@cairn/tui-kit';
import { fitsMemory, type Limits } from '../governor/limits.js';
import type { Selection } from '../selection/selection.js';
import { type GivenUp, stillGivenUp } from '../store/given-up.js';
import { estimateProveMemory } from './estimate-prove-memory.js';
import type { ReservedPiece } from './piece-of-work.js';
import { tooLargeToProve } from './too-large-to-prove.js';
import { notPreferred, type Unwanted, unwantedWork } from './unwanted-work.js';

/** Why this donor does not take a piece of work, as far as that can be known before anything is downloaded. */
export interface Unfit {
  readonly code: Unwanted['code'] | 'MEMORY_LIMIT' | 'STEP_LIMIT' | 'GIVEN_UP';
  readonly why: string;
}

/**
 * What a donor may allow and forbid is asked of the reservation itself: a server may hand out what nobody asked for.
 * @param givenUp what this donor has given up before
 * @returns undefined where the work may be taken
 */
export function unfit(
  piece: Pick<ReservedPiece, 'request' | 'reservation'>,
  { limits, selection }: { readonly limits: Limits; readonly selection: Selection },
  givenUp: readonly GivenUp[],
): Unfit | undefined {
  const { inputGroup, kind } = piece.reservation;
  const unwanted = unwantedWork(piece, selection) ?? notPreferred(piece, selection);
  if (unwanted !== undefined) return unwanted;
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
    return fitsMemory(memory, limits.maxMemory)
      ? undefined
      : { code: 'MEMORY_LIMIT', why: tooLargeToProve(memory, limits) };
  }
  if (limits.maxSteps !== undefined && (program.expectedSteps ?? 0) > limits.maxSteps) {
    const why = `it takes about ${formatCount(program.expectedSteps ?? 0)} steps, and ${formatCount(limits.maxSteps)} are allowed`;
    return { code: 'STEP_LIMIT', why };
  }
  return undefined;
}
