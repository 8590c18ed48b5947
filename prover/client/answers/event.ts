import { z } from 'zod';
import { seconds } from './felt.js';

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

export const proverEvent = z.discriminatedUnion('event', [phaseEvent, printEvent]);

/** Events of other names are from a newer prover and are passed over. */
export const knownEvents: ReadonlySet<unknown> = new Set(['phase', 'print']);

/**
 * What the prover reports while it works: `phase` when a step begins, with the seconds since the process started,
 * and `print` for what the Cairo program printed, control characters escaped by the prover.
 */
export type ProverEvent = z.infer<typeof proverEvent>;
