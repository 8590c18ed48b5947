import type { InputBinding } from '@cairn/shared-schema/org';

/** What is shown wherever a proof is not bound to its input: it may be of any other input. */
export const UNBOUND = 'UNBOUND';

/** How a program ties its proofs to their inputs, as it is shown. */
export function bindingLabel(binding: InputBinding): string {
  return binding === 'NONE' ? UNBOUND : binding.toLowerCase();
}
