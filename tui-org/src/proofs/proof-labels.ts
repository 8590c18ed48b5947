import { UNBOUND } from '../programs/unbound.js';
import type { JudgedProof } from './judge-proofs.js';
import type { KnownProof } from './local-knowledge.js';
import { originOf, type Statement } from './statement.js';

/** What was verified here, as it is shown: never by colour alone. */
export function verdictLabel({
  verdict,
  problem,
}: Pick<JudgedProof, 'verdict'> & { readonly problem?: Error }): string {
  if (problem) return `not judged: ${problem.message.split('\n')[0]}`;
  if (!verdict) return 'not verified here';
  return verdict.valid ? 'valid' : `INVALID: ${verdict.reason}`;
}

/** Against what it was, or would be, verified. */
export function basisLabel(statement: Statement): string {
  if (originOf(statement) === 'own') return 'own files';
  const { executable, input } = statement;
  const believed = [executable.origin === 'server' && 'program', input.origin === 'server' && 'input'].filter(
    Boolean,
  );
  return `${believed.join(' and ')} on the server's word`;
}

/** `UNBOUND` where a proof does not show which input it is of, else the way it does. */
export function boundLabel({ binding }: Statement): string {
  return binding === 'none' ? UNBOUND : binding;
}

/** The facts of a proof for programs that read `--json`. */
export function proofRecord(known: KnownProof): Record<string, unknown> {
  const { proof, statement, verdict } = known;
  const { inputGroup } = proof;
  return {
    id: proof.id,
    state: proof.state,
    program: { id: inputGroup.program.id, name: inputGroup.program.name },
    inputGroup: { id: inputGroup.id, name: inputGroup.name },
    sha256: proof.sha256,
    size: proof.size,
    steps: proof.steps,
    donorKey: proof.donorKey,
    binding: statement.binding,
    bound: statement.binding !== 'none',
    basis: { executable: statement.executable.origin, input: statement.input.origin },
    verdict: verdict ?? null,
    submittedAt: proof.submittedAt,
    decidedAt: proof.decidedAt,
  };
}
