import type { Measured } from '../parts.mjs';

/** What one side took. */
export const result = (seconds: number, gib: number) => ({
  cost: { seconds, cpuSeconds: seconds, peakMemory: gib * 2 ** 30 },
  proofBytes: 1_000_000,
});

const ours = (seconds: number, gib: number) => ({
  ...result(seconds, gib),
  acceptedByOurs: true,
  acceptedByStock: true,
  tier: 'small',
  coefficients: 'kept' as const,
  largestTable: 20,
});

const row = {
  name: 'x',
  steps: 100_000,
  ours: ours(3, 2),
  bare: result(2.9, 1.9),
  stockSmall: result(8, 6),
  stockDefault: result(30, 16),
};

/** Measurements that reach every goal. */
export const measured = {
  cold: [row, row, row],
  programs: [
    {
      ...row,
      name: 'b',
      steps: 2_000_000,
      ours: ours(10, 4),
      bare: result(9.9, 3.9),
      stockSmall: result(20, 7),
      stockDefault: { skipped: 'not part of the plan' },
    },
  ],
  overhead: [
    {
      name: 'a',
      steps: 100_000,
      tier: 'small',
      coefficients: 'kept',
      pairs: (['ours', 'bare'] as const).map((first) => ({
        first,
        ours: result(10.2, 1).cost,
        bare: result(10, 1).cost,
        sameProof: true,
      })),
    },
  ],
  search: { bits: 24, transcripts: 40, ours: 0.009, library: 0.012 },
  memory: {
    name: 'x',
    steps: 100_000,
    maxMemory: 2 * 2 ** 30,
    ours: { ...ours(4, 1.7), coefficients: 'recomputed' },
  },
  worker: [
    { name: 'x', steps: 100_000, seconds: 3, tablesSeconds: 0.5, peakMemory: 2 * 2 ** 30 },
    { name: 'y', steps: 100_000, seconds: 1.7, tablesSeconds: 0, peakMemory: 2 * 2 ** 30 },
  ],
  stream: {
    proofs: ['a', 'b', 'c', 'd', 'e', 'f'],
    seconds: [0.009, 0.01, 0.011],
    many: { proofs: 3, threads: 2, seconds: 0.02 },
  },
} satisfies Measured;
