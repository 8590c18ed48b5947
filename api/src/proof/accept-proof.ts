import type { ValidVerdict } from '@cairn/prover';
import type { OperationContext } from '../context/operation-context.js';
import type { Credited } from '../credit/donor-of-submission.js';
import type { StoredFile } from '../files/file-store.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { Program } from '../program/program.entity.js';
import { donorNetwork } from '../reservation/donor-network.js';
import type { Reservation } from '../reservation/reservation.entity.js';
import { findKnownProof, superseded } from './find-known-proof.js';
import { Proof } from './proof.entity.js';
import type { ProvableGroup } from './provable-group.js';

/** A proof that was verified, and the reservation that it came under. */
export interface JudgedProof {
  readonly group: ProvableGroup;
  readonly reservation: Reservation | undefined;
  readonly file: StoredFile;
  readonly verdict: ValidVerdict;
  readonly proveSeconds: number | null;
  /** Whose work it is; nobody's when left out. */
  readonly credited?: Credited;
}

/**
 * Makes a verified proof the group's proof, unless another one was first.
 * @throws DomainError SUPERSEDED
 */
export async function acceptProof(ctx: OperationContext, judged: JudgedProof): Promise<Proof> {
  const { reservation, ...proof } = judged;
  const addressHash = donorNetwork(ctx.config.secrets.reservation, ctx.caller.address);
  const { accepted } = await ctx.accepts.serve({ ...proof, reservationId: reservation?.id, addressHash });
  ctx.view.renew();
  if (accepted !== undefined) {
    const inputGroup = ctx.em.getReference(InputGroup, accepted.inputGroup);
    const program = ctx.em.getReference(Program, accepted.program);
    return Object.assign(new Proof(), accepted, { inputGroup, program });
  }
  // The same file may have come twice at once; then the other request's row is the answer.
  const known = await findKnownProof(ctx, proof.group.id, proof.file.sha256, reservation);
  if (known === null) throw superseded();
  return known;
}
