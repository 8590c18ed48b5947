import { z } from 'zod';
import { ProverGarbage } from '../errors/prover-garbage.js';
import type { RunOptions } from '../options.js';
import { runProver } from './run-prover.js';

/** The shape of the answer that may come with each exit code. */
export interface Shapes<T> {
  0: z.ZodType<T>;
  1?: z.ZodType<T>;
}

/**
 * Runs a command and checks its answer.
 * @throws a `ProverFailure`; `ProverGarbage` when the answer has not the shape that goes with the exit code.
 */
export async function ask<T>(
  command: string,
  args: string[],
  shapes: Shapes<T>,
  options: RunOptions,
): Promise<T> {
  const { exitCode, answer } = await runProver(command, args, options);
  const shape = shapes[exitCode];
  if (shape === undefined)
    throw new ProverGarbage(`exit code ${exitCode} from a command that never judges`, { command });
  const parsed = shape.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new ProverGarbage(`exit code ${exitCode} with ${z.prettifyError(parsed.error)}`, { command });
}
