import { commitInput, type DryRunResult, dryRun, type InputCommitment, ProverFailure } from '@cairn/prover';
import {
  type DecodedOutputs,
  decodeOutputs,
  leadingFelts,
  OutputDecodingError,
  type OutputValue,
  type ProgramManifest,
} from '@cairn/shared-schema';
import { ClientError } from '@cairn/tui-kit';
import { explainProver } from '../cli/explain-error.js';
import { checkBinding } from './check-binding.js';
import type { CompiledPackage, CompileOptions } from './compile-locally.js';

/** What a run on one input came to. */
export interface DryRun {
  readonly steps: number;
  readonly seconds: number;
  /** Estimate of the memory that the proof needs, in bytes. */
  readonly proveMemory: number;
  /** Estimate of the time that the proof takes on this machine, in seconds. */
  readonly proveSeconds: number;
  /** One for each declared output, in their order. */
  readonly values: readonly OutputValue[];
}

/**
 * Runs the program on one input here, without proving, and reads its output by the declared names.
 * @throws ClientError when it cannot be run, when its output is not what the manifest declares, and when it does not
 * name its input as the manifest declares: then no proof of it would ever be accepted
 */
export async function runDry(
  { manifest, executable }: CompiledPackage,
  input: string,
  { signal, workFolder }: CompileOptions,
): Promise<DryRun> {
  const { calldata, maxSteps } = manifest;
  try {
    const commitment = await commitInput(input, { signal });
    const ran = await dryRun({ executable, input, calldata, maxSteps }, { signal });
    await checkBinding(manifest.inputBinding, ran.output, commitment, { signal, workFolder });
    const { values } = decode(manifest, ran, commitment);
    const { steps, seconds, estimate } = ran;
    const { proveMemory, proveSeconds } = estimate;
    return { steps, seconds, proveMemory, proveSeconds, values };
  } catch (error) {
    throw error instanceof ProverFailure ? explainProver(error, `dry run on ${input}`) : error;
  }
}

function decode(
  manifest: ProgramManifest,
  { output }: DryRunResult,
  { values }: InputCommitment,
): DecodedOutputs {
  const { inputBinding, outputs } = manifest;
  if (outputs.length === 0) return { values: [], consumed: 0 };
  try {
    return decodeOutputs(output, outputs, leadingFelts(inputBinding, values));
  } catch (cause) {
    if (!(cause instanceof OutputDecodingError)) throw cause;
    throw new ClientError(`the output of the dry run does not fit the declared outputs: ${cause.message}`, {
      code: 'OUTPUTS_WRONG',
      help: 'correct outputs under [tool.cairn] in Scarb.toml: the results could not be read otherwise',
      cause,
    });
  }
}
