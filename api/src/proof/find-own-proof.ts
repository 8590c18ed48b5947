import { DomainError } from '@cairn/shared-schema';
import type { Organization } from '../account/organization.entity.js';
import type { OperationContext } from '../context/operation-context.js';
import { Proof } from './proof.entity.js';

/** PROOF_NOT_FOUND: there never was one of this id, it is another's, or it went with its input group. */
export function proofNotFound(): DomainError {
  return new DomainError('PROOF_NOT_FOUND', 'You have no proof with this id.', {
    help: 'List your proofs, and use the id that stands there.',
  });
}

/** A proof of a program of this organization, or null. */
export function findOwnProof(ctx: OperationContext, owner: Organization, id: string): Promise<Proof | null> {
  return ctx.em.findOne(Proof, { id, program: { organization: owner.id } }, { refresh: true });
}
