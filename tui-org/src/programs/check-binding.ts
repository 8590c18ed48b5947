import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commitInput, type InputCommitment } from '@cairn/prover';
import { leadingFelts, type ProgramManifest } from '@cairn/shared-schema';
import { ClientError } from '@cairn/tui-kit';
import type { CompileOptions } from './compile-locally.js';

/**
 * Checks that an output names its input in the declared way, by the rule that the verifier has.
 * @param output everything the program returned, as canonical hex
 * @throws ClientError BINDING_MISSING
 */
export async function checkBinding(
  binding: ProgramManifest['inputBinding'],
  output: readonly string[],
  commitment: InputCommitment,
  options: CompileOptions,
): Promise<void> {
  if (binding === 'none') return;
  if (binding === 'echo') return await checkEcho(output, commitment, options);
  const { inputCommitment } = commitment;
  if (output[0] === inputCommitment) return;
  throw new ClientError('the program does not return the commitment of its input first', {
    code: 'BINDING_MISSING',
    expected: `${inputCommitment} as the first output value, found ${output[0] ?? 'no output'}`,
    help: 'return poseidon_hash_span(input.span()) first, or declare another input-binding under [tool.cairn]',
  });
}

async function checkEcho(
  output: readonly string[],
  { inputCommitment, values }: InputCommitment,
  options: CompileOptions,
): Promise<void> {
  const leading = leadingFelts('echo', values);
  const counted = output[0] === `0x${values.toString(16)}` && output.length >= leading;
  if (counted && (await commitTo(output.slice(1, leading), options)) === inputCommitment) return;
  const found = counted ? 'other values' : `${output[0] ?? 'no output'} first, of ${output.length} in all`;
  throw new ClientError('the program does not return its input first', {
    code: 'BINDING_MISSING',
    expected: `the number of input values (${values}) and then the values, found ${found}`,
    help: 'return the input array itself first, or declare another input-binding under [tool.cairn]',
  });
}

/** Equal values have equal commitments, and different ones do not. */
async function commitTo(
  values: readonly string[],
  { signal, workFolder }: CompileOptions,
): Promise<string | undefined> {
  const echoed = join(workFolder, 'echoed.csv');
  await writeFile(echoed, values.join(','));
  return (await commitInput(echoed, { signal })).inputCommitment;
}
