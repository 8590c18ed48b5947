import { z } from 'zod';
import { errorText } from './error-answer.js';
import { seconds } from './felt.js';
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

const ofItem = { event: z.literal('verdict'), id: z.string().nullable() };
const verdictEvent = z.discriminatedUnion('exitCode', [
  z.object({ ...ofItem, exitCode: z.literal(0), answer: validVerdict }),
  z.object({ ...ofItem, exitCode: z.literal(1), answer: invalidVerdict }),
  z.object({ ...ofItem, exitCode: z.literal([2, 3, 4]), error: errorText }),
]);

export const proverEvent = z.discriminatedUnion('event', [phaseEvent, printEvent, verdictEvent]);

/** Events of other names are from a newer prover and are passed over. */
export const knownEvents: ReadonlySet<unknown> = new Set(['phase', 'print', 'verdict']);

/**
 * What the prover reports while it works: `phase` when a step begins, with the seconds since the process started,
 * `print` for what the Cairo program printed, control characters escaped by the prover, and `verdict` for one of many
 * proofs.
 */
export type ProverEvent = z.infer<typeof proverEvent>;

/** The verdict on one of many proofs, or why there is none. */
export type VerdictEvent = z.infer<typeof verdictEvent>;
