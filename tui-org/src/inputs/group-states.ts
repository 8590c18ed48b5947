import type { InputGroupState } from '@cairn/shared-schema/org';

/** The states of input groups, in the order of their lives. */
export const GROUP_STATES: readonly InputGroupState[] = [
  'AVAILABLE',
  'RESERVED',
  'EXECUTED',
  'PROVEN',
  'CONFIRMED',
  'FAILED',
];
