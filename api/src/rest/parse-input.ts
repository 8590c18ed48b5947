import { invalidField } from '@cairn/shared-schema';
import type { z } from 'zod';
import { describeExpected, describeFound } from './found-and-expected.js';

/** Where in the request a value stood, for messages. */
export type InputPlace = 'path' | 'query' | 'body' | 'data';

/**
 * Checks a part of a request.
 * @throws DomainError INVALID_REQUEST that names the first field that is wrong, what was found and what was expected
 */
export function parseInput<Output>(schema: z.ZodType<Output>, value: unknown, place: InputPlace): Output {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path.map(String) ?? [];
  const expected = describeExpected(schema, path);
  throw invalidField(
    [place, ...path].join('.'),
    describeFound(value, path, expected),
    expected.text,
    'Correct the field and send the request again.',
  );
}
