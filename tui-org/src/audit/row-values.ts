import { formatOutputType, type OutputType, type OutputValue } from '@cairn/shared-schema';
import { OtherFormError } from '../bundle/parse-entry.js';
import type { Reading } from '../results/result-row.js';

/**
 * The values of a row by their declared names, read back from JSON.
 * @throws OtherFormError for a name too many or too few, in another order, or a value that its type does not have in JSON
 */
export function valuesOf(outputs: Readonly<Record<string, unknown>>, { columns }: Reading): OutputValue[] {
  const names = Object.keys(outputs);
  const expected = [...new Set(columns.map(({ name }) => name))];
  // Names that look like numbers come first in any object, whatever the order in the text.
  if (names.toSorted().join('\n') !== expected.toSorted().join('\n'))
    throw new OtherFormError(`outputs: expected ${expected.join(', ') || 'none'}`);
  return columns.map(({ name, type }) => readValue(outputs[name], type, name));
}

function readValue(json: unknown, type: OutputType, name: string): OutputValue {
  switch (type.kind) {
    case 'array':
      if (Array.isArray(json)) return json.map((element) => readValue(element, type.element, name));
      break;
    case 'bool':
      if (typeof json === 'boolean') return json;
      break;
    case 'short_string':
      if (typeof json === 'string') return json;
      break;
    default:
      if (typeof json === 'number' && Number.isSafeInteger(json)) return BigInt(json);
      if (typeof json === 'string' && isLargeInteger(json)) return BigInt(json);
  }
  throw new OtherFormError(`outputs.${name}: expected ${formatOutputType(type)}`);
}

/** Integers that a double holds are numbers, never texts. */
function isLargeInteger(text: string): boolean {
  return /^-?[1-9]\d{0,99}$/u.test(text) && !Number.isSafeInteger(Number(text));
}
