import type { TextRule } from '@cairn/shared-schema';

/** How long a text may be, as descriptions say it: `1 to 100 characters`, `at most 500 characters`. */
export function describedLength({ min, max }: Pick<TextRule, 'min' | 'max'>): string {
  return min === 0 ? `at most ${max} characters` : `${min} to ${max} characters`;
}
