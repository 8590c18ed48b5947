const BASE_BYTES = 1.6e9;
const BYTES_PER_STEP = 1100;

/**
 * A guess of the memory that proving takes, in bytes, from the number of steps alone: a straight line through the
 * measurements of the prover (1.7 GB at 92 thousand steps, 12.2 GB at 9.9 million). It decides whether an execution
 * is worth downloading; the prover's own estimate, from the execution itself, decides in the end.
 */
export function estimateProveMemory(steps: number): number {
  return BASE_BYTES + BYTES_PER_STEP * steps;
}
