import { z } from 'zod';
import { errorText } from './error-answer.js';
import { count, seconds } from './felt.js';
import { invalidVerdict, validVerdict } from './verdict.js';

const phases = [
  'load',
  'compile',
  'execute',
  'adapt',
  'replay',
  'tables',
  'prove',
  'write',
  'verify',
] as const;

/** A step of the work, in the order in which a command may enter them. */
export type Phase = (typeof phases)[number];

const phaseEvent = z.object({ event: z.literal('phase'), phase: z.enum(phases), seconds });
const printEvent = z.object({
  event: z.literal('print'),
  text: z.string(),
  truncated: z.boolean().optional(),
});

const diagnosticEvent = z.object({
  event: z.literal('diagnostic'),
  severity: z.enum(['error', 'warning']),
  code: z.string().nullable(),
  message: z.string(),
  file: z.string().nullable(),
  line: count.nullable(),
  column: count.nullable(),
});

const progressEvent = z.object({
  event: z.literal('progress'),
  phase: z.enum(phases),
  fraction: z.number().min(0).max(1).nullable(),
  remaining: seconds.nullable(),
  seconds,
  steps: count.optional(),
});

const ofItem = { event: z.literal('verdict'), id: z.string().nullable() };
const verdictEvent = z.discriminatedUnion('exitCode', [
  z.object({ ...ofItem, exitCode: z.literal(0), answer: validVerdict }),
  z.object({ ...ofItem, exitCode: z.literal(1), answer: invalidVerdict }),
  z.object({ ...ofItem, exitCode: z.literal([2, 3, 4]), error: errorText }),
]);

export const proverEvent = z.discriminatedUnion('event', [
  phaseEvent,
  progressEvent,
  printEvent,
  diagnosticEvent,
  verdictEvent,
]);

/** Events of other names are from a newer prover and are passed over. */
export const knownEvents: ReadonlySet<unknown> = new Set([
  'phase',
  'progress',
  'print',
  'diagnostic',
  'verdict',
]);

/** The worker died at the job, which begins anew in a fresh one: what was told of it is told again. */
interface RestartedEvent {
  event: 'restarted';
  /** What happened to the first one. */
  why: string;
}

/**
 * What is reported while the prover works: `phase` when a step begins, with the seconds since the job started;
 * `progress` twice a second, with the fraction of the whole that is done and the seconds that are left, null in a run
 * whose steps nobody foretold; `print` for what the Cairo program printed, control characters escaped by the prover; `diagnostic` for
 * what the compiler says of a package, at a place that counts from 1; `verdict` for one of many proofs; and, from this side, `restarted`.
 */
export type ProverEvent = z.infer<typeof proverEvent> | RestartedEvent;

/** The verdict on one of many proofs, or why there is none. */
export type VerdictEvent = z.infer<typeof verdictEvent>;
