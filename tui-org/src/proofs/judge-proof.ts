import { type Verdict, verify } from '@cairn/prover';
import { ClientError } from '@cairn/tui-kit';
import { explainError } from '../cli/explain-error.js';
import type { Workplace } from '../cli/workplace.js';
import { disputesOf } from './disputes.js';
import type { EvidenceFiles } from './evidence-files.js';
import type { KnownProof } from './local-knowledge.js';
import type { RememberedVerdict } from './verdicts.js';

/** A proof after verification here. */
export interface JudgedProof extends KnownProof {
  /** Why there is no verdict; never a reason to reject. */
  readonly problem?: ClientError;
  /** Where the server says something else than the verified proof. */
  readonly disputes: readonly string[];
}

/** What a proof is judged with. */
export interface JudgeOptions {
  readonly files: EvidenceFiles;
  /** Verify again what was verified before. */
  readonly again: boolean;
}

/**
 * Verifies one proof here and remembers the verdict. Whatever prevents a verdict is part of the answer, so that one
 * proof that cannot be judged does not keep others from it.
 * @throws only when the work was interrupted
 */
export async function judgeProof(
  place: Workplace,
  known: KnownProof,
  options: JudgeOptions,
): Promise<JudgedProof> {
  try {
    const { proof, executable, input } = await options.files.all(known.proof, known.statement);
    const verdict = options.again ? undefined : known.verdict;
    if (verdict) return { ...known, disputes: disputesOf(known.proof, verdict) };
    const { binding, calldata } = known.statement;
    const found = await verify({ proof, executable, input, binding, calldata }, { signal: place.signal });
    const fresh = toRemember(known.proof.sha256, found);
    await place.verdicts.remember(known.statement, fresh);
    return { ...known, verdict: fresh, disputes: disputesOf(known.proof, fresh) };
  } catch (error) {
    place.signal.throwIfAborted();
    const problem = explainError(error);
    if (!(problem instanceof ClientError)) throw error;
    return { ...known, verdict: undefined, problem, disputes: [] };
  }
}

function toRemember(proofSha256: string, found: Verdict): RememberedVerdict {
  const when = { proofSha256, verifiedAt: new Date().toISOString() };
  if (!found.valid) return { ...when, valid: false, reason: found.reason, message: found.message };
  const { programHash, inputCommitment, bound, output, securityBits, steps, provenRows } = found;
  return {
    ...when,
    valid: true,
    programHash,
    inputCommitment,
    bound,
    output,
    securityBits,
    steps,
    provenRows,
  };
}
