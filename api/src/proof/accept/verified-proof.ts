import type { ValidVerdict } from '@cairn/prover';
import { outputHash } from '@cairn/shared-schema';
import type { Credited } from '../../credit/donor-of-submission.js';
import { newId } from '../../database/new-id.js';
import type { StoredFile } from '../../files/file-store.js';
import type { ProvableGroup } from '../provable-group.js';

/** A proof that was verified, and who brings it. */
export interface VerifiedProof {
  readonly group: ProvableGroup;
  /** Under which it comes, if any. */
  readonly reservationId: string | undefined;
  readonly file: StoredFile;
  readonly verdict: ValidVerdict;
  readonly proveSeconds: number | null;
  /** Who the sender is: see `donorNetwork`. */
  readonly addressHash: string;
  /** Whose work it is; nobody's when left out. */
  readonly credited?: Credited | undefined;
}

/** What came of it: the row that was written; none when another proof of the group was first. */
export interface Acceptance {
  readonly accepted: ProofRow | undefined;
}

export type ProofRow = ReturnType<typeof proofRow>;

/** The row of a proof that is accepted at this moment, the n-th of its transaction. */
export function proofRow(
  { group, file, verdict, proveSeconds, addressHash, credited }: VerifiedProof,
  now: Date,
  position: number,
) {
  return {
    id: newId(now, position),
    inputGroup: group.id,
    program: group.program.id,
    organizationId: group.program.organization.id,
    state: 'SUBMITTED',
    sha256: file.sha256,
    size: file.size,
    programHash: verdict.programHash,
    inputCommitment: verdict.inputCommitment,
    inputBinding: group.program.inputBinding,
    bound: verdict.bound,
    output: verdict.output,
    outputBytes: Buffer.byteLength(JSON.stringify(verdict.output)),
    steps: verdict.steps,
    provenRows: verdict.provenRows,
    securityBits: verdict.securityBits,
    proveSeconds,
    fileKept: true,
    addressHash,
    donorKey: credited?.donorKey ?? null,
    ownWork: credited?.ownWork ?? false,
    outputHash: outputHash(verdict.output),
    submittedAt: now,
    decidedAt: null,
  } as const;
}
