import type { Sample } from '../sample.js';

/** Measures the machine. What cannot be measured is left out; it never throws. */
export interface Sampler {
  /** @param programs names to look for among the running programs */
  measure(programs: readonly string[]): Promise<Omit<Sample, 'at' | 'time' | 'minuteOfWeek'>>;
}
