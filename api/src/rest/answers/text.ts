import type { TextRule } from '@cairn/shared-schema';
import { z } from 'zod';

/** A text whose bounds, in Unicode characters, an operation checks by the same rule. */
export function ruledText({ min, max }: TextRule, description: string) {
  return z.string().describe(description).meta({ minLength: min, maxLength: max });
}
