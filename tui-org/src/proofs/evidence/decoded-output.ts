import { formatOutputValue, type OutputColumn, parseOutputType } from '@cairn/shared-schema';
import { readingOf, resultRow } from '../../results/result-row.js';
import type { KnownProof } from '../local-knowledge.js';

/** What a program returned, by the names that it declares. */
export interface DecodedOutput {
  readonly values: readonly { readonly name: string; readonly type: string; readonly value: string }[];
  /** Why it cannot be read so. */
  readonly problem?: string;
}

/**
 * The output of a proof by its declared names: those that were kept here, else the server's. The output itself is the
 * verified proof's, where it was verified here.
 */
export function decodedOutput(known: KnownProof): DecodedOutput {
  const declared = known.program?.outputs ?? known.proof.inputGroup.program.outputs;
  const columns: OutputColumn[] = [];
  for (const { name, type: text } of declared) {
    const type = parseOutputType(text);
    if (type === undefined)
      return { values: [], problem: `the server declares an output of the unknown type ${text}` };
    columns.push({ name, type });
  }
  const reading = readingOf(columns);
  const { values, problem } = resultRow(known, reading);
  return {
    values: values.map((value, at) => ({
      name: reading.columns[at]?.name ?? '',
      type: declared[at]?.type ?? '',
      value: formatOutputValue(value),
    })),
    ...(problem === undefined ? {} : { problem }),
  };
}
