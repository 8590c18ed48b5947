import {
  Arg,
  Args,
  Ctx,
  Extensions,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { requireRow } from '../context/find-row.js';
import type { OperationContext } from '../context/operation-context.js';
import { type Told, toldValue } from '../events/follow.js';
import { FeltScalar } from '../graphql/felt.scalar.js';
import { sentFile } from '../graphql/sent-file.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { ownsProgram } from '../input-group/may-see-files.js';
import type { Connection, Edge } from '../pagination/connection.js';
import { OrderedPageArguments } from '../pagination/page-arguments.js';
import { confirmProofs } from './confirm-proofs.js';
import { MOST_AT_ONCE } from './decide-proofs.js';
import { followProofs, type ProofsToFollow } from './follow-proofs.js';
import { listProofs, readProof } from './list-proofs.js';
import { Proof } from './proof.entity.js';
import { ConfirmProofsInput, RejectProofsInput, SubmitProofInput } from './proof.input.js';
import { ProofConnection, ProofEdge } from './proof-connection.type.js';
import { ProofDecision } from './proof-decision.type.js';
import { ProofState } from './proof-state.js';
import { readOutput } from './read-output.js';
import { rejectProofs } from './reject-proofs.js';
import { submitProof } from './submit-proof.js';

@Resolver(() => Proof)
export class ProofResolver {
  @Query(() => Proof, {
    nullable: true,
    description: 'One proof of your programs; null when there is none of this id.',
  })
  proof(
    @Ctx() ctx: OperationContext,
    @Arg('id', () => ID, { description: "The proof's id." }) id: string,
  ): Promise<Proof | null> {
    return readProof(ctx, { id });
  }

  @Query(() => ProofConnection, { description: 'Proofs of your programs.' })
  proofs(
    @Ctx() ctx: OperationContext,
    @Args(() => OrderedPageArguments) page: OrderedPageArguments,
    @Arg('programId', () => ID, { nullable: true, description: 'Only of this program.' })
    programId?: string | null,
    @Arg('state', () => ProofState, { nullable: true, description: 'Only proofs in this state.' })
    state?: ProofState | null,
  ): Promise<Connection<Proof>> {
    return listProofs(ctx, { ...page, programId: programId ?? null, state: state ?? null });
  }

  @Mutation(() => Proof, {
    description:
      "Hands in a proof; it is verified before the answer. PROOF_REJECTED carries the verifier's reason in `extensions.reason`.",
  })
  async submitProof(
    @Ctx() ctx: OperationContext,
    @Arg('input', () => SubmitProofInput, { description: 'The proof.' }) input: SubmitProofInput,
  ): Promise<Proof> {
    const { proof, uploadId, ...rest } = input;
    return submitProof(ctx, { ...rest, proof: await sentFile('proof', proof, uploadId) });
  }

  @Extensions({ most: MOST_AT_ONCE })
  @Mutation(() => [ProofDecision], {
    description:
      'Takes proofs as results, each by itself: one answer for each id, in the same order. When the server fails at one (INTERNAL_SERVER_ERROR) those before it are decided and those after it are not tried (SERVER_BUSY).',
  })
  confirmProofs(
    @Ctx() ctx: OperationContext,
    @Arg('input', () => ConfirmProofsInput, { description: 'The proofs.' }) input: ConfirmProofsInput,
  ): Promise<ProofDecision[]> {
    return confirmProofs(ctx, input);
  }

  @Extensions({ most: MOST_AT_ONCE })
  @Mutation(() => [ProofDecision], {
    description:
      'Refuses proofs with a reason and frees their input groups, each by itself: one answer for each id, as `confirmProofs` has it.',
  })
  rejectProofs(
    @Ctx() ctx: OperationContext,
    @Arg('input', () => RejectProofsInput, { description: 'The proofs, and why.' }) input: RejectProofsInput,
  ): Promise<ProofDecision[]> {
    return rejectProofs(ctx, input);
  }

  @Subscription(() => ProofEdge, {
    description:
      'Each new proof of your programs. Subscribe again with the last `cursor` as `after`, and none is missed; those of the minute before it come again. Ends with INVALID_TOKEN when your token ends.',
    subscribe: ({ args, context }) => followProofs(context as OperationContext, args as ProofsToFollow),
  })
  proofSubmitted(
    @Root() told: Told<Edge<Proof>>,
    @Arg('programId', () => ID, { nullable: true, description: 'Only of this program.' })
    _programId?: string | null,
    @Arg('after', () => String, {
      nullable: true,
      description: 'A cursor from here or from `proofs` with the oldest first; from now on when left out.',
    })
    _after?: string | null,
  ): Edge<Proof> {
    return toldValue(told);
  }

  // A long one: what all of one answer may hold together is bounded where they are read.
  @Extensions({ bytes: 8 * 1024 })
  @FieldResolver(() => [FeltScalar], {
    description:
      'Everything the program returned, with the commitment (or the echoed input) in front. The outputs of one answer may have 8 MiB together: beyond that ANSWER_TOO_LARGE, and fewer proofs are to be asked for at once; one alone always fits.',
  })
  output(@Ctx() ctx: OperationContext, @Root() proof: Proof): Promise<string[]> {
    return readOutput(ctx, proof);
  }

  @FieldResolver(() => InputGroup, { description: 'The input group that it proves.' })
  inputGroup(@Ctx() ctx: OperationContext, @Root() proof: Proof): Promise<InputGroup> {
    return requireRow(ctx, InputGroup, proof.inputGroup.id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Download link of the file, for five minutes; relative to the server's root. Only for the owner; null once the file is deleted.",
  })
  async url(@Ctx() ctx: OperationContext, @Root() proof: Proof): Promise<string | null> {
    if (!proof.fileKept || !(await ownsProgram(ctx, proof.program.id))) return null;
    return ctx.links.sign({
      sha256: proof.sha256,
      filename: `${proof.id}.bin`,
      contentType: 'application/octet-stream',
    });
  }
}
