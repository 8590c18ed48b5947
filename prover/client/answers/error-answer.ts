import { z } from 'zod';
import { felt } from './felt.js';

/** A field that only some errors have, and that may be null where nothing is known. */
function detail<T>(shape: z.ZodType<T>) {
  return shape.nullish().transform((value) => value ?? undefined);
}

/** What a prover says that refused or failed. */
export const errorText = z.object({
  code: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
  message: z.string().min(1),
  help: z.string(),
  path: detail(z.string()),
  diagnostics: detail(z.string()),
  dependencies: detail(z.array(z.string())),
  line: detail(z.int().positive()),
  column: detail(z.int().positive()),
  panic: detail(z.array(felt)),
  writer: detail(z.string()),
  format: detail(z.number()),
  limit: detail(z.number()),
  needed: detail(z.number()),
  neededAtLeast: detail(z.number()),
});

/** The answer of a prover that refused or failed. */
export const errorAnswer = z.object({ error: errorText });
