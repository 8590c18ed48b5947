import { z } from 'zod';
import { count, felt } from './felt.js';

export const executableFacts = z.object({
  programHash: felt,
  name: z.string(),
  builtins: z.array(z.string()),
  bytecodeWords: count,
  bytes: count,
});

/** What is known of a compiled program: the answer of `compile` and of `inspect --executable`. */
export type ExecutableFacts = z.infer<typeof executableFacts>;
