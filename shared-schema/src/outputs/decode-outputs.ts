import { decodeValue, type OutputValue } from './decode-value.js';
import { FeltReader } from './felt-reader.js';
import { OutputDecodingError } from './output-decoding-error.js';
import type { OutputColumn } from './output-type.js';

export interface DecodedOutputs {
  /** One value for each declared output, in their order. */
  readonly values: readonly OutputValue[];
  /** How many field elements they took, without what the binding put in front. */
  readonly consumed: number;
}

/**
 * Reads a verified proof's output by the names and types that the program declares. Strict: each value must be
 * in its type's range, and nothing may be missing or left over.
 * @param output everything the program returned, as canonical hex
 * @param leading field elements that the input binding puts in front; see `leadingFelts`
 * @throws OutputDecodingError that names the output and the value
 */
export function decodeOutputs(
  output: readonly string[],
  columns: readonly OutputColumn[],
  leading: number,
): DecodedOutputs {
  if (output.length < leading) {
    throw new OutputDecodingError(
      `The output has ${output.length} values, expected at least the ${leading} of the input binding.`,
      output.length,
    );
  }
  const reader = new FeltReader(output, leading);
  const values = columns.map(({ name, type }) => {
    reader.enter(name);
    return decodeValue(reader, type);
  });
  if (reader.remaining > 0) {
    throw new OutputDecodingError(
      `${reader.remaining} values are left over after the ${columns.length} declared outputs. ` +
        'Declare all that the program returns in [tool.cairn] outputs.',
      reader.position,
    );
  }
  return { values, consumed: reader.position - leading };
}
