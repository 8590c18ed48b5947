import type { ItemVerdict, Verdict } from '@cairn/prover';
import { ClientError } from '@cairn/tui-kit';
import { explainError } from '../cli/explain-error.js';
import type { Workplace } from '../cli/workplace.js';
import { inPool } from '../pool/in-pool.js';
import { disputesOf } from './disputes.js';
import type { EvidenceFiles, EvidencePaths } from './evidence-files.js';
import type { KnownProof } from './local-knowledge.js';
import type { RememberedVerdict } from './verdicts.js';
import { verifyEach } from './verify-each.js';

/** A proof after verification here. */
export interface JudgedProof extends KnownProof {
  /** Why there is no verdict; never a reason to reject. */
  readonly problem?: ClientError;
  /** Where the server says something else than the verified proof. */
  readonly disputes: readonly string[];
}

/** What proofs are judged with. */
export interface JudgeOptions {
  readonly files: EvidenceFiles;
  /** Verify again what was verified before. */
  readonly again: boolean;
  /** Hears of each as it is done, in no order. */
  readonly onJudged?: (one: JudgedProof) => void;
}

/** Proofs that are fetched before they are verified: so many at most wait for the first of them. */
const FETCHED_AT_ONCE = 200;

/**
 * Verifies proofs here, on all cores, and remembers each verdict as it comes. Whatever prevents a verdict is part of the
 * answer, so that one proof that cannot be judged does not keep others from it.
 * @returns what came of each, in the order of the proofs
 * @throws only when the work was interrupted
 */
export async function judgeProofs(
  place: Workplace,
  proofs: readonly KnownProof[],
  options: JudgeOptions,
): Promise<JudgedProof[]> {
  const judged: JudgedProof[] = [];
  for (let from = 0; from < proofs.length; from += FETCHED_AT_ONCE)
    judged.push(...(await judgeBatch(place, proofs.slice(from, from + FETCHED_AT_ONCE), options)));
  return judged;
}

async function judgeBatch(
  place: Workplace,
  proofs: readonly KnownProof[],
  { files, again, onJudged }: JudgeOptions,
): Promise<JudgedProof[]> {
  const judged: Promise<JudgedProof>[] = [];
  const settle = (index: number, one: Promise<JudgedProof>) => {
    judged[index] = one.then((done) => {
      onJudged?.(done);
      return done;
    });
    // It is waited for below; until then its failure is nobody's.
    judged[index].catch(() => {});
  };
  const items = await inPool(proofs, place.width, async (known, index) => {
    const found = await prepare(place, known, files, again);
    if ('paths' in found) return [{ ...found.paths, ...howToRead(known), id: String(index) }];
    settle(index, Promise.resolve(found));
    return [];
  });
  try {
    await verifyEach(items.flat(), place.signal, (item) => {
      const index = Number(item.id);
      settle(index, conclude(place, proofs[index] as KnownProof, item));
    });
  } finally {
    // Also when interrupted: what was found out is remembered.
    await Promise.allSettled(judged);
  }
  return Promise.all(judged);
}

/** Fetches what a proof is verified with, unless the answer is there without it. */
async function prepare(
  place: Workplace,
  known: KnownProof,
  files: EvidenceFiles,
  again: boolean,
): Promise<{ readonly paths: EvidencePaths } | JudgedProof> {
  try {
    const paths = await files.all(known.proof, known.statement);
    const verdict = again ? undefined : known.verdict;
    return verdict ? { ...known, disputes: disputesOf(known.proof, verdict) } : { paths };
  } catch (error) {
    return notJudged(place, known, error);
  }
}

function howToRead({ statement: { binding, calldata } }: KnownProof) {
  return { binding, calldata };
}

async function conclude(place: Workplace, known: KnownProof, item: ItemVerdict): Promise<JudgedProof> {
  if ('failure' in item) return notJudged(place, known, item.failure);
  const fresh = toRemember(known.proof.sha256, item.verdict);
  try {
    await place.verdicts.remember(known.statement, fresh);
    return { ...known, verdict: fresh, disputes: disputesOf(known.proof, fresh) };
  } catch (error) {
    return notJudged(place, known, error);
  }
}

/** @throws when the work was interrupted, or the error is a defect */
function notJudged(place: Workplace, known: KnownProof, error: unknown): JudgedProof {
  place.signal.throwIfAborted();
  const problem = explainError(error);
  if (!(problem instanceof ClientError)) throw error;
  return { ...known, verdict: undefined, problem, disputes: [] };
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
