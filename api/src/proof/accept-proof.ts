import type { ValidVerdict } from '@cairn/prover';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sql';
import type { OperationContext } from '../context/operation-context.js';
import { inTransaction } from '../database/in-transaction.js';
import { newId } from '../database/new-id.js';
import { groupChanged } from '../events/group-changed.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { statesAllowing } from '../input-group/transitions.js';
import { donorNetwork } from '../reservation/donor-network.js';
import { nextVersion } from '../reservation/next-version.js';
import { Reservation } from '../reservation/reservation.entity.js';
import type { ReceivedFile } from '../storage/receive-upload.js';
import { queueDeliveries } from '../webhook/queue-deliveries.js';
import { findKnownProof, superseded } from './find-known-proof.js';
import { Proof } from './proof.entity.js';

/** A proof that was verified, and who brings it. */
export interface VerifiedProof {
  readonly group: InputGroup;
  readonly reservation: Reservation | undefined;
  readonly file: ReceivedFile;
  readonly verdict: ValidVerdict;
  readonly proveSeconds: number | null;
}

/**
 * Makes a verified proof the group's proof, unless another one was first.
 * @throws DomainError SUPERSEDED
 */
export async function acceptProof(ctx: OperationContext, verified: VerifiedProof): Promise<Proof> {
  let ended: string[];
  try {
    ended = await inTransaction(ctx, (em) => commit(ctx, em, verified));
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    ended = [];
  }
  for (const id of ended) ctx.events.changed('reservation', id);
  groupChanged(ctx.events, verified.group.id);
  ctx.events.changed('proofs', verified.group.program.organization.id);
  ctx.view.renew();
  // The same file may have come twice at once; then the other request's row is the answer.
  const accepted = await findKnownProof(ctx, verified.group.id, verified.file.sha256, verified.reservation);
  if (accepted === null) throw superseded();
  return accepted;
}

/** The compare-and-set; returns the reservations that end with it, none when another proof was first. */
async function commit(ctx: OperationContext, em: EntityManager, verified: VerifiedProof): Promise<string[]> {
  // Anew in each attempt: whoever follows proofs waits for late ids no longer than one transaction takes.
  const now = await ctx.clock.now(em);
  const row = proofRow(ctx, verified, now);
  const { group, reservation } = verified;
  const won = await em.nativeUpdate(
    InputGroup,
    { id: group.id, state: { $in: statesAllowing('SUBMIT_PROOF') } },
    { state: 'PROVEN', provenAt: now, proofId: row.id, freeFrom: null },
  );
  if (won !== 1) return [];
  // The rejection itself stays on record.
  await em.nativeDelete(Proof, { inputGroup: group.id, sha256: row.sha256, state: 'REJECTED' });
  await em.insert(Proof, row);
  const { id: programId, organization } = group.program;
  const news = { organizationId: organization.id, programId, inputGroupId: group.id, proofId: row.id };
  await queueDeliveries(em, news, now);
  const live = await em.find(Reservation, {
    inputGroup: group.id,
    state: 'LIVE',
    expiresAt: { $gt: now },
  });
  for (const { id } of live) {
    const state = id === reservation?.id ? 'COMPLETED' : 'SUPERSEDED';
    await em.nativeUpdate(Reservation, { id, state: 'LIVE' }, { state, endedAt: now, ...nextVersion() });
  }
  return live.map(({ id }) => id);
}

function proofRow(ctx: OperationContext, { group, file, verdict, proveSeconds }: VerifiedProof, now: Date) {
  return {
    id: newId(now),
    inputGroup: group.id,
    program: group.program.id,
    state: 'SUBMITTED',
    sha256: file.sha256,
    size: file.size,
    programHash: verdict.programHash,
    inputCommitment: verdict.inputCommitment,
    inputBinding: group.program.inputBinding,
    bound: verdict.bound,
    output: verdict.output,
    steps: verdict.steps,
    provenRows: verdict.provenRows,
    securityBits: verdict.securityBits,
    proveSeconds,
    fileKept: true,
    addressHash: donorNetwork(ctx.config.secrets.reservation, ctx.caller.address),
    submittedAt: now,
    decidedAt: null,
  } as const;
}
