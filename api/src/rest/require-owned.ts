import { DomainError } from '@cairn/shared-schema';
import { identify } from '../account/identity.js';
import type { OperationContext } from '../context/operation-context.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { inputGroupNotInProgram } from '../input-group/input-group-not-found.js';
import { requireOwnProgram } from '../program/require-program.js';
import { Proof } from '../proof/proof.entity.js';

/** The ids in a path that leads to an input group. */
interface GroupPath {
  readonly program_id: string;
  readonly input_group_id: string;
}

/**
 * An input group of the caller's own program.
 * @throws DomainError PROGRAM_NOT_FOUND, INPUT_GROUP_NOT_FOUND
 */
export async function requireOwnedGroup(ctx: OperationContext, path: GroupPath): Promise<InputGroup> {
  // What the caller's token allows was asked before, by the route.
  const { organization } = await identify(ctx);
  const program = await requireOwnProgram(ctx, organization, path.program_id);
  const group = await ctx.em.findOne(InputGroup, { id: path.input_group_id, program: program.id });
  if (group !== null) return group;
  throw inputGroupNotInProgram();
}

/**
 * The present proof of an input group of the caller's own program.
 * @throws DomainError PROGRAM_NOT_FOUND, INPUT_GROUP_NOT_FOUND, PROOF_NOT_FOUND
 */
export async function requireOwnedProof(ctx: OperationContext, path: GroupPath): Promise<Proof> {
  const group = await requireOwnedGroup(ctx, path);
  const proof = group.proofId === null ? null : await ctx.em.findOne(Proof, group.proofId);
  if (proof !== null) return proof;
  throw new DomainError('PROOF_NOT_FOUND', 'The input group has no proof.', {
    help: 'List the input groups that have one.',
  });
}
