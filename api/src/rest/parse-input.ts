import { DomainError } from '@cairn/shared-schema';
import type { z } from 'zod';

/** Where in the request a value stood, for messages. */
export type InputPlace = 'path' | 'query' | 'body' | 'data';

/**
 * Checks a part of a request.
 * @throws DomainError INVALID_REQUEST that names the first field that is wrong, with what was expected
 */
export function parseInput<Output>(schema: z.ZodType<Output>, value: unknown, place: InputPlace): Output {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = [place, ...(issue?.path ?? [])].join('.');
  throw new DomainError('INVALID_REQUEST', `${field}: ${issue?.message ?? 'not what was expected'}.`, {
    help: 'Correct the field and send the request again.',
    details: { field },
  });
}
