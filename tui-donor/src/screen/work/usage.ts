/** What the prover takes, at one moment. */
export interface UsageSample {
  /** CPUs in use since the sample before. */
  readonly cpus: number;
  /** Bytes of memory. */
  readonly memory: number;
}

/** What the prover took lately, the newest last. */
export type Usage = readonly UsageSample[];

const MOST_SAMPLES = 600;

/** Adds a sample; the oldest are forgotten. */
export function addSample(usage: Usage, sample: UsageSample): Usage {
  return [...usage, sample].slice(-MOST_SAMPLES);
}
