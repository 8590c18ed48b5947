import { DomainError } from '@cairn/shared-schema';
import { publicOperation } from '../access/guarded-operation.js';
import type { OperationContext } from '../context/operation-context.js';
import type { UploadSource } from '../context/upload-source.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { inputGroupNotFound } from '../input-group/input-group-not-found.js';
import { requireReservation } from '../reservation/require-reservation.js';
import type { Reservation } from '../reservation/reservation.entity.js';
import { type ReceivedFile, receiveUpload } from '../storage/receive-upload.js';
import { withFiles } from '../storage/with-files.js';
import { acceptProof } from './accept-proof.js';
import { findKnownProof } from './find-known-proof.js';
import { judgeProof } from './judge-proof.js';
import { Proof } from './proof.entity.js';
import { validateProveSeconds } from './validate-prove-seconds.js';

/** A proof that somebody hands in. */
export interface ProofUpload {
  inputGroupId: string;
  /** Of a reservation of this group, live or not; a valid proof is taken without one too. */
  token?: string | null;
  proof: UploadSource;
  /** Seconds that proving took. */
  proveSeconds?: number | null;
}

/**
 * Takes the first valid proof of an input group. It is verified outside any transaction and accepted by a
 * compare-and-set. The same file sent again gets the same answer, unless its sender has reserved the group since it was rejected.
 * @throws DomainError PROOF_REJECTED with the verifier's reason; SUPERSEDED when another proof was first;
 * INPUT_GROUP_NOT_FOUND, RESERVATION_NOT_FOUND, INVALID_REQUEST, FILE_TOO_LARGE; SERVER_BUSY when nothing was judged.
 */
export const submitProof = publicOperation(
  'submitProof',
  async (ctx: OperationContext, input: ProofUpload): Promise<Proof> => {
    const proveSeconds = validateProveSeconds(input.proveSeconds);
    const group = await requireGroup(ctx, input.inputGroupId);
    const reservation = await reservationOf(ctx, group, input.token);
    const limits = { maxBytes: ctx.config.limits.proofBytes, what: 'The proof' };
    return receiveUpload(ctx, input.proof, limits, async (file) => {
      const known = await findKnownProof(ctx, group.id, file.sha256, reservation);
      if (known !== null) return known;
      return judgeAndAccept(ctx, group, reservation, file, proveSeconds);
    });
  },
);

async function judgeAndAccept(
  ctx: OperationContext,
  group: InputGroup,
  reservation: Reservation | undefined,
  file: ReceivedFile,
  proveSeconds: number | null,
): Promise<Proof> {
  const verdict = await judgeProof(ctx, group, file);
  return withFiles(ctx, [file], () => acceptProof(ctx, { group, reservation, file, verdict, proveSeconds }));
}

async function requireGroup(ctx: OperationContext, id: string): Promise<InputGroup> {
  const group = await ctx.em.findOne(InputGroup, id, { populate: ['program'] });
  if (group !== null) return group;
  throw inputGroupNotFound();
}

async function reservationOf(
  ctx: OperationContext,
  group: InputGroup,
  token: string | null | undefined,
): Promise<Reservation | undefined> {
  if (token == null || token === '') return undefined;
  const reservation = await requireReservation(ctx, token);
  if (reservation.inputGroup.id === group.id) return reservation;
  throw new DomainError('INVALID_REQUEST', 'The token belongs to a reservation of another input group.', {
    help: 'Send the token of this input group, or none: a valid proof is taken without one.',
    details: { field: 'token' },
  });
}
