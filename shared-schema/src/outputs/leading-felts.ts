import type { CalldataName, InputBindingName } from '../manifest/program-manifest.js';

/**
 * How many field elements stand in front of the declared outputs: the commitment (`poseidon`), the number of input
 * values and then the values (`echo`), or nothing.
 * @param _calldata changes nothing: the verifier demands the length in front of an echo in both forms
 * @param valueCount how many values the input group has
 */
export function leadingFelts(binding: InputBindingName, _calldata: CalldataName, valueCount: number): number {
  if (binding === 'none') return 0;
  return binding === 'poseidon' ? 1 : valueCount + 1;
}
