import { z } from 'zod';

/** What is to become of proofs. */
export const decision = z.object({
  id: z.uuid(),
  proofIds: z.array(z.string()).min(1),
  verdict: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('confirm'), keepProof: z.boolean() }),
    z.object({ kind: z.literal('reject'), reason: z.string() }),
  ]),
  madeAt: z.string(),
  /** The process that holds it. */
  pid: z.number(),
});

/** A decision of a person, or of the automatic mode, on one or many proofs. */
export type Decision = z.infer<typeof decision>;

/** Confirm, or reject with a reason. */
export type DecisionVerdict = Decision['verdict'];
