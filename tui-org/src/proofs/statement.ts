import { createHash } from 'node:crypto';
import type { Binding, Calldata } from '@cairn/prover';
import type { ProofFactsFragment } from '@cairn/shared-schema/org';
import type { KeptInput } from '../inputs/kept-inputs.js';
import type { KeptProgram } from '../programs/kept-programs.js';

/** Who says so: this machine, which kept it when it was published, or the server. */
export type Origin = 'own' | 'server';

/** A file by its hash, and who says that it is this one. */
export interface EvidenceFile {
  readonly sha256: string;
  readonly origin: Origin;
}

/** What a proof has to prove: this program ran on this input. */
export interface Statement {
  readonly executable: EvidenceFile;
  readonly input: EvidenceFile;
  readonly binding: Binding;
  readonly calldata: Calldata;
}

/**
 * The statement behind a proof: from what this machine keeps, and for what it lacks on the server's word. Where the
 * program is known here, the server is not believed about its binding either.
 */
export function statementOf(
  proof: ProofFactsFragment,
  program: KeptProgram | undefined,
  input: KeptInput | undefined,
): Statement {
  const { inputGroup } = proof;
  const declared = program ?? inputGroup.program;
  return {
    executable: { sha256: declared.executableSha256, origin: program ? 'own' : 'server' },
    input: { sha256: input?.sha256 ?? inputGroup.inputSha256, origin: input ? 'own' : 'server' },
    binding: declared.inputBinding.toLowerCase() as Lowercase<typeof declared.inputBinding>,
    calldata: declared.calldata.toLowerCase() as Lowercase<typeof declared.calldata>,
  };
}

/** The same for the same statement, whoever says what it is made of. */
export function statementKey({ executable, input, binding, calldata }: Statement): string {
  const facts = JSON.stringify([executable.sha256, input.sha256, binding, calldata]);
  return createHash('sha256').update(facts).digest('hex').slice(0, 32);
}

/** Who is believed about the statement as a whole: the server, if about any part of it. */
export function originOf({ executable, input }: Statement): Origin {
  return executable.origin === 'own' && input.origin === 'own' ? 'own' : 'server';
}
