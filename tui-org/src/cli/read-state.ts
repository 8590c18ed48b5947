import { UsageError } from '@cairn/tui-kit';

/**
 * Reads a state as a person writes it: without case.
 * @throws UsageError that names the states
 */
export function readState<T extends string>(text: string | undefined, states: readonly T[]): T | undefined {
  if (text === undefined) return undefined;
  const state = states.find((one) => one.toLowerCase() === text.toLowerCase());
  if (state !== undefined) return state;
  throw new UsageError(`--state is ${JSON.stringify(text)}`, { expected: states.join(', ').toLowerCase() });
}
