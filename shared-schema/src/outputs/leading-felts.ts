import type { CalldataName, InputBindingName } from '../manifest/program-manifest.js';

/**
 * How many field elements stand in front of the declared outputs: the commitment (`poseidon`), the input itself as
 * the program got it (`echo`; an array comes with its length), or nothing.
 * @param valueCount how many values the input group has
 */
export function leadingFelts(binding: InputBindingName, calldata: CalldataName, valueCount: number): number {
  if (binding === 'none') return 0;
  if (binding === 'poseidon') return 1;
  return calldata === 'array' ? valueCount + 1 : valueCount;
}
