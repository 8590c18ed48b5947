import { submissionBytes } from '@cairn/shared-schema';
import { findOwner } from '../account/require-owner.js';
import type { OperationContext } from '../context/operation-context.js';
import type { ProvableGroup } from '../proof/provable-group.js';
import { donorNetwork } from '../reservation/donor-network.js';
import { checkSignature, type DonorSignature } from './donor-signature.js';

/** Whose work a proof is. */
export interface Credited {
  readonly donorKey: string | null;
  /** Work on one's own program: it counts and does not rank. */
  readonly ownWork: boolean;
}

/**
 * Checks who hands a proof in, if they say so.
 * @throws DomainError INVALID_REQUEST when the signature is of something else.
 */
export function checkSubmission(
  { serverKeys }: OperationContext,
  inputGroupId: string,
  proofSha256: string,
  donor: DonorSignature | null | undefined,
): void {
  if (donor == null) return;
  const statement = { inputGroupId, proofSha256, donor: donor.publicKey };
  checkSignature(serverKeys, donor, (server) => submissionBytes({ ...statement, server }));
}

/** Whose work a proof is; its signature was checked. */
export async function creditedTo(
  ctx: OperationContext,
  { program }: ProvableGroup,
  donor: DonorSignature | null | undefined,
): Promise<Credited> {
  if (donor == null) return { donorKey: null, ownWork: false };
  const network = donorNetwork(ctx.config.secrets.reservation, ctx.caller.address);
  const { publisherNetwork, organization } = program;
  // Of a program that was published before networks were kept, nobody knows whose work it is: it does not rank.
  const ownNetwork = publisherNetwork === null || publisherNetwork === network;
  const ownWork = ownNetwork || (await findOwner(ctx))?.id === organization.id;
  return { donorKey: donor.publicKey, ownWork };
}
