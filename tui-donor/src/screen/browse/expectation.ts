import { fitsMemory } from '../../governor/limits.js';
import { estimateProveMemory } from '../../work/estimate-prove-memory.js';
import type { JudgedPiece } from '../history/finished-piece.js';

/** What a piece of work of a program is expected to take on this machine. */
export interface Expectation {
  readonly steps: number | undefined;
  /** Bytes. */
  readonly memory: number | undefined;
  /** Of proving; undefined until something was proven here. */
  readonly seconds: number | undefined;
  /** Why it does not fit; undefined where it does, or nobody can know. */
  readonly unfit: string | undefined;
}

export interface ExpectedLimits {
  readonly maxMemory: number | null;
  readonly maxSteps: number | undefined;
}

/** What is expected, from the steps that the organization expects and from what was proven here before. */
export function expectationOf(
  program: { readonly expectedSteps?: number | null },
  proven: readonly JudgedPiece[],
  limits: ExpectedLimits,
): Expectation {
  const steps = program.expectedSteps ?? undefined;
  if (steps === undefined) return { steps, memory: undefined, seconds: undefined, unfit: undefined };
  const memory = estimateProveMemory(steps);
  return { steps, memory, seconds: expectedSeconds(steps, proven), unfit: whyUnfit(steps, memory, limits) };
}

function whyUnfit(
  steps: number,
  memory: number,
  { maxMemory, maxSteps }: ExpectedLimits,
): string | undefined {
  if (maxSteps !== undefined && steps > maxSteps) return 'more steps than are allowed';
  return fitsMemory(memory, maxMemory) ? undefined : 'more memory than is allowed';
}

/** As long as the proof of the most similar number of steps took here, in proportion. */
function expectedSeconds(steps: number, proven: readonly JudgedPiece[]): number | undefined {
  const measured = proven.flatMap(({ piece: { execution, proof } }) =>
    execution === undefined || proof === undefined
      ? []
      : [{ steps: execution.steps, seconds: proof.seconds }],
  );
  const distance = (other: number): number => Math.abs(Math.log(Math.max(1, other) / Math.max(1, steps)));
  const [nearest] = measured.toSorted((one, other) => distance(one.steps) - distance(other.steps));
  if (nearest === undefined) return undefined;
  // Below its own number of steps a proof has a fixed cost: what took long before takes as long again.
  return nearest.seconds * Math.max(1, steps / nearest.steps);
}
