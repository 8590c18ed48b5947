import type { InputBindingName } from '../manifest/program-manifest.js';

/**
 * How many field elements stand in front of the declared outputs: the commitment (`poseidon`), the number of input
 * values and then the values (`echo`), or nothing. The same in both forms of calldata.
 * @param valueCount how many values the input group has
 */
export function leadingFelts(binding: InputBindingName, valueCount: number): number {
  if (binding === 'none') return 0;
  return binding === 'poseidon' ? 1 : valueCount + 1;
}
