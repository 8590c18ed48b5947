import type { WorkKind } from '@cairn/shared-schema/donor';

/** What a donor gives: executing, proving, both, or whatever fits the machine. */
export const MODES = ['auto', 'full', 'execute', 'prove'] as const;

export type Mode = (typeof MODES)[number];

const KINDS: Readonly<Record<Mode, readonly WorkKind[]>> = {
  // Others' executions first: that work is half done already.
  auto: ['PROVE', 'EXECUTE_AND_PROVE'],
  full: ['EXECUTE_AND_PROVE'],
  execute: ['EXECUTE'],
  prove: ['PROVE'],
};

/** @returns the kinds of work that are asked for in a mode, the most wanted first */
export function kindsOf(mode: Mode): readonly WorkKind[] {
  return KINDS[mode];
}
