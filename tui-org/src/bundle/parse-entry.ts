import type { z } from 'zod';
import { formatEntry } from './manifest.js';

/** Thrown for a text that is not written as this client writes it; says where and how. */
export class OtherFormError extends Error {}

/**
 * Reads what `formatEntry` wrote, and nothing else: no unknown field, no field twice, no other spelling of the same.
 * @throws OtherFormError
 */
export function parseEntry<T>(text: string, shape: z.ZodType<T>): T {
  try {
    const parsed = shape.safeParse(JSON.parse(text));
    if (!parsed.success) throw otherField(parsed.error);
    if (formatEntry(parsed.data) === text) return parsed.data;
  } catch (error) {
    // What is nested too deeply to be looked at ends the stack.
    if (error instanceof RangeError) throw new OtherFormError('it is nested too deeply');
    if (error instanceof SyntaxError) throw new OtherFormError('it is no JSON');
    throw error;
  }
  throw new OtherFormError('it is not written in the one way that cairn-org writes it');
}

function otherField({ issues: [issue] }: z.ZodError): OtherFormError {
  const field = issue?.path.join('.') || 'the whole';
  return new OtherFormError(`${field}: ${issue?.message ?? 'another form'}`);
}
