import {
  decodeOutputs,
  leadingFelts,
  type OutputColumn,
  OutputDecodingError,
  type OutputValue,
  parseFelt,
} from '@cairn/shared-schema';
import type { KnownProof } from '../proofs/local-knowledge.js';
import { originOf, type Statement } from '../proofs/statement.js';

/**
 * On what a result rests: verified here against own files; verified here, but on the server's word about program or
 * input; or altogether on the server's word.
 */
export type Trust = 'verified' | 'verified-on-servers-word' | 'servers-word';

/** The decoded outputs of one confirmed proof. */
export interface ResultRow {
  readonly inputGroup: { readonly id: string; readonly name: string };
  readonly proofSha256: string;
  readonly trust: Trust;
  readonly bound: boolean;
  /** In the order of the columns; empty where the output cannot be read. */
  readonly values: readonly OutputValue[];
  /** Why the output cannot be read by the declared names. */
  readonly problem?: string;
}

/** How outputs are read: as declared, or, where nothing is declared, as one list of field elements. */
export interface Reading {
  readonly columns: readonly OutputColumn[];
  readonly declared: boolean;
}

/** The reading of a program's declared outputs. */
export function readingOf(columns: readonly OutputColumn[]): Reading {
  if (columns.length > 0) return { columns, declared: true };
  return {
    columns: [{ name: 'output', type: { kind: 'array', element: { kind: 'felt252' } } }],
    declared: false,
  };
}

/** Decodes a confirmed proof's output: the one that was verified here, where there is one. */
export function resultRow(known: KnownProof, reading: Reading): ResultRow {
  const { proof, input, statement, verdict } = known;
  const output = verdict?.valid ? verdict.output : proof.output;
  const leading = leadingFelts(statement.binding, input?.values ?? proof.inputGroup.valueCount);
  const { id } = proof.inputGroup;
  const row = {
    inputGroup: { id, name: input?.name ?? proof.inputGroup.name },
    proofSha256: proof.sha256,
    trust: trustOf(known, statement),
    bound: statement.binding !== 'none',
  };
  if (verdict?.valid === false)
    return { ...row, values: [], problem: `verified here and INVALID: ${verdict.reason}` };
  return { ...row, ...readOutput(output, reading, leading) };
}

/**
 * Reads an output, or says why it cannot be read.
 * @param leading field elements that the input binding puts in front
 */
export function readOutput(
  output: readonly string[],
  reading: Reading,
  leading: number,
): Pick<ResultRow, 'values' | 'problem'> {
  try {
    return { values: decode(output, reading, leading) };
  } catch (error) {
    if (error instanceof OutputDecodingError || error instanceof RangeError)
      return { values: [], problem: error.message };
    throw error;
  }
}

function trustOf({ verdict }: KnownProof, statement: Statement): Trust {
  if (!verdict?.valid) return 'servers-word';
  return originOf(statement) === 'own' ? 'verified' : 'verified-on-servers-word';
}

function decode(
  output: readonly string[],
  { columns, declared }: Reading,
  leading: number,
): readonly OutputValue[] {
  if (declared) return decodeOutputs(output, columns, leading).values;
  return [output.slice(leading).map(parseFelt)];
}
