import { z } from 'zod';
import { felt } from './felt.js';

/** The answer of a prover that refused or failed. */
export const errorAnswer = z.object({
  error: z.object({
    code: z.string().regex(/^[A-Z][A-Z0-9_]*$/),
    message: z.string().min(1),
    help: z.string(),
    path: z.string().optional(),
    diagnostics: z.string().optional(),
    line: z.int().positive().optional(),
    column: z.int().positive().optional(),
    panic: z.array(felt).optional(),
    limit: z.number().optional(),
  }),
});
