import { z } from 'zod';

/** A field element as the prover writes it: lower-case hex with `0x` and no leading zeros. */
export const felt = z
  .string()
  .regex(/^0x(0|[1-9a-f][0-9a-f]{0,63})$/, 'expected a field element such as 0x1f');

/** A SHA-256 in hex without prefix. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in hex');

/** A count of anything: a whole number that a double holds exactly. */
export const count = z.int().nonnegative();

/** A span of time in seconds. */
export const seconds = z.number().nonnegative();
