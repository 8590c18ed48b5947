import { DomainError } from '@cairn/shared-schema';
import { publicOperation } from '../access/guarded-operation.js';
import type { OperationContext } from '../context/operation-context.js';
import { checkSubmission, creditedTo } from '../credit/donor-of-submission.js';
import { checkSignatureForm, type DonorSignature } from '../credit/donor-signature.js';
import { reservationNotFound } from '../reservation/require-reservation.js';
import { Reservation } from '../reservation/reservation.entity.js';
import { hashSecret } from '../secrets/hash-secret.js';
import type { ReceivedFile } from '../storage/receive-upload.js';
import { withFiles } from '../storage/with-files.js';
import { receiveSent, type SentFile } from '../upload/receive-sent.js';
import { acceptProof, type JudgedProof } from './accept-proof.js';
import { findKnownProof } from './find-known-proof.js';
import { judgeProof } from './judge-proof.js';
import type { Proof } from './proof.entity.js';
import { type ProvableGroup, requireProvableGroup } from './provable-group.js';
import { validateProveSeconds } from './validate-prove-seconds.js';

/** A proof that somebody hands in. */
export interface ProofUpload {
  inputGroupId: string;
  /** Of a reservation of this group, live or not; a valid proof is taken without one too. */
  token?: string | null;
  proof: SentFile;
  /** Seconds that proving took. */
  proveSeconds?: number | null;
  /** Who gets the credit; nobody without it. */
  donor?: DonorSignature | null;
}

/**
 * Takes the first valid proof of an input group. It is verified outside any transaction and accepted by a
 * compare-and-set. The same file sent again gets the same answer, unless its sender has reserved the group since it was rejected.
 * @throws DomainError PROOF_REJECTED with the verifier's reason; SUPERSEDED when another proof was first;
 * INPUT_GROUP_NOT_FOUND, RESERVATION_NOT_FOUND, UPLOAD_NOT_FOUND, INVALID_REQUEST, FILE_TOO_LARGE; SERVER_BUSY when nothing was judged.
 */
export const submitProof = publicOperation(
  'submitProof',
  async (ctx: OperationContext, input: ProofUpload): Promise<Proof> => {
    const proveSeconds = validateProveSeconds(input.proveSeconds);
    if (input.donor != null) checkSignatureForm(input.donor);
    const group = await requireProvableGroup(ctx.em, input.inputGroupId);
    const reservation = await reservationOf(ctx, group, input.token);
    return receiveSent(
      ctx,
      input.proof,
      { kind: 'PROOF', reservation },
      {
        known: async (sha256) => {
          checkSubmission(ctx, group.id, sha256, input.donor);
          return (await findKnownProof(ctx, group.id, sha256, reservation)) ?? undefined;
        },
        take: async (file) => {
          checkSubmission(ctx, group.id, file.sha256, input.donor);
          const credited = await creditedTo(ctx, group, input.donor);
          return judgeAndAccept(ctx, file, { group, reservation, proveSeconds, credited });
        },
      },
    );
  },
);

async function judgeAndAccept(
  ctx: OperationContext,
  file: ReceivedFile,
  submitted: Omit<JudgedProof, 'file' | 'verdict'>,
): Promise<Proof> {
  const verdict = await judgeProof(ctx, submitted.group, file);
  return withFiles(ctx, [file], () => acceptProof(ctx, { ...submitted, file, verdict }));
}

async function reservationOf(
  ctx: OperationContext,
  group: ProvableGroup,
  token: string | null | undefined,
): Promise<Reservation | undefined> {
  if (token == null || token === '') return undefined;
  // Without its group, which is read already, and without a sight of its files, which the end of the lease takes.
  const reservation = await ctx.em.findOne(Reservation, { tokenHash: hashSecret(token) });
  if (reservation === null) throw reservationNotFound();
  if (reservation.inputGroup.id === group.id) return reservation;
  throw new DomainError('INVALID_REQUEST', 'The token belongs to a reservation of another input group.', {
    help: 'Send the token of this input group, or none: a valid proof is taken without one.',
    details: { field: 'token' },
  });
}
