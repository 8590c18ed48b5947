import { MAX_INPUT_GROUPS_PER_UPLOAD } from '@cairn/shared-schema';
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
import { findRow, requireRow } from '../context/find-row.js';
import type { OperationContext } from '../context/operation-context.js';
import { type Told, toldValue } from '../events/follow.js';
import { Execution } from '../execution/execution.entity.js';
import { executionsOf } from '../execution/executions-of.js';
import { uploadSource } from '../graphql/upload.scalar.js';
import type { Connection } from '../pagination/connection.js';
import { OrderedPageArguments } from '../pagination/page-arguments.js';
import { Program } from '../program/program.entity.js';
import { Proof } from '../proof/proof.entity.js';
import { Rejection } from '../proof/rejection.entity.js';
import { rejectionsOf } from '../proof/rejections-of.js';
import { AddedGroups } from './added-groups.type.js';
import { deleteInputGroups } from './delete-input-groups.js';
import { effectiveState } from './effective-state.js';
import { followInputGroup } from './follow-input-group.js';
import { InputGroup } from './input-group.entity.js';
import { UploadInputArchiveInput, UploadInputGroupsInput } from './input-group.input.js';
import { InputGroupConnection } from './input-group-connection.type.js';
import { InputGroupState } from './input-group-state.js';
import { listInputGroups } from './list-input-groups.js';
import { maySeeFiles } from './may-see-files.js';
import { retryInputGroup } from './retry-input-group.js';
import { uploadInputArchive } from './upload-input-archive.js';
import { uploadInputGroups } from './upload-input-groups.js';

@Resolver(() => InputGroup)
export class InputGroupResolver {
  @Query(() => InputGroup, {
    nullable: true,
    description: 'One input group; null when there is none of this id.',
  })
  inputGroup(
    @Ctx() ctx: OperationContext,
    @Arg('id', () => ID, { description: "The input group's id." }) id: string,
  ): Promise<InputGroup | null> {
    return ctx.em.findOne(InputGroup, id);
  }

  @Query(() => InputGroupConnection, { description: "A program's input groups." })
  inputGroups(
    @Ctx() ctx: OperationContext,
    @Args(() => OrderedPageArguments) page: OrderedPageArguments,
    @Arg('programId', () => ID, { description: 'The program.' }) programId: string,
    @Arg('state', () => InputGroupState, { nullable: true, description: 'Only groups in this state.' })
    state?: InputGroupState | null,
    @Arg('namePrefix', () => String, {
      nullable: true,
      description: 'Names that start so, compared without case.',
    })
    namePrefix?: string | null,
  ): Promise<Connection<InputGroup>> {
    return listInputGroups(ctx, { ...page, programId, state: state ?? null, namePrefix: namePrefix ?? null });
  }

  @Extensions({ most: MAX_INPUT_GROUPS_PER_UPLOAD })
  @Mutation(() => [InputGroup], {
    description:
      'Adds input groups, all or none. A bad CSV is INVALID_REQUEST with `extensions.field` (its file name), `line` and `column`.',
  })
  uploadInputGroups(
    @Ctx() ctx: OperationContext,
    @Arg('input', () => UploadInputGroupsInput, { description: 'The groups.' }) input: UploadInputGroupsInput,
  ): Promise<InputGroup[]> {
    const groups = input.groups.map(({ name, file }) => ({ name, file: uploadSource(file) }));
    return uploadInputGroups(ctx, { programId: input.programId, groups });
  }

  @Mutation(() => AddedGroups, {
    description:
      'Adds each CSV file of an archive as an input group, all or none; one archive of an organization at a time. What is wrong is told with `extensions.field` (the entry), and of a bad CSV `line` and `column`.',
  })
  async uploadInputArchive(
    @Ctx() ctx: OperationContext,
    @Arg('input', () => UploadInputArchiveInput, { description: 'The archive.' })
    { programId, archive }: UploadInputArchiveInput,
  ): Promise<AddedGroups> {
    const groups = await uploadInputArchive(ctx, { programId, archive: await uploadSource(archive) });
    return Object.assign(new AddedGroups(), {
      ids: groups.map(({ id }) => id),
      inputCommitments: groups.map(({ inputCommitment }) => inputCommitment),
    });
  }

  @Mutation(() => InputGroup, {
    description:
      'Gives a FAILED input group of yours another chance: it is free again, and its reports are forgotten.',
  })
  retryInputGroup(
    @Ctx() ctx: OperationContext,
    @Arg('id', () => ID, { description: "The input group's id." }) id: string,
  ): Promise<InputGroup> {
    return retryInputGroup(ctx, { id });
  }

  @Mutation(() => [ID], {
    description:
      'Deletes input groups of yours with their proofs and results, all or none, and ends their reservations. Returns the ids.',
  })
  deleteInputGroups(
    @Ctx() ctx: OperationContext,
    @Arg('ids', () => [ID], { description: '1 to 500 ids.' }) ids: string[],
  ): Promise<string[]> {
    return deleteInputGroups(ctx, { ids });
  }

  @Subscription(() => InputGroup, {
    description:
      'An input group as it stands now, then after every change (at most once a second); ends when it is confirmed or deleted. After a lost connection subscribe again.',
    subscribe: ({ args, context }) => followInputGroup(context as OperationContext, args as { id: string }),
  })
  inputGroupUpdated(
    @Root() told: Told<InputGroup>,
    @Arg('id', () => ID, { description: "The input group's id." }) _id: string,
  ): InputGroup {
    return toldValue(told);
  }

  @FieldResolver(() => Program, { description: 'The program to run on it.' })
  program(@Ctx() ctx: OperationContext, @Root() group: InputGroup): Promise<Program> {
    return requireRow(ctx, Program, group.program.id);
  }

  @FieldResolver(() => InputGroupState, { description: 'Where it stands now.' })
  async state(@Ctx() ctx: OperationContext, @Root() group: InputGroup): Promise<InputGroupState> {
    return effectiveState(group, await ctx.view.now());
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Download link of the CSV file, for five minutes; relative to the server's root. Only for the owner and the holder of a live reservation, otherwise null.",
  })
  async inputUrl(@Ctx() ctx: OperationContext, @Root() group: InputGroup): Promise<string | null> {
    if (!(await maySeeFiles(ctx, group))) return null;
    const { inputSha256, name } = group;
    return ctx.links.sign({ sha256: inputSha256, filename: `${name}.csv`, contentType: 'text/csv' });
  }

  @FieldResolver(() => Execution, {
    nullable: true,
    description: 'The stored execution, while there is one.',
  })
  async execution(@Ctx() ctx: OperationContext, @Root() { id }: InputGroup): Promise<Execution | null> {
    return (await ctx.view.batched('executionOf', id, (ids) => executionsOf(ctx.em, ids))) ?? null;
  }

  @FieldResolver(() => Proof, { nullable: true, description: 'The present proof, submitted or confirmed.' })
  async proof(@Ctx() ctx: OperationContext, @Root() { proofId }: InputGroup): Promise<Proof | null> {
    return proofId === null ? null : findRow(ctx, Proof, proofId);
  }

  @FieldResolver(() => [Rejection], {
    description: 'Proofs that the organization refused, the oldest first.',
  })
  async rejections(@Ctx() ctx: OperationContext, @Root() { id }: InputGroup): Promise<Rejection[]> {
    return (await ctx.view.batched('rejectionsOf', id, (ids) => rejectionsOf(ctx.em, ids))) ?? [];
  }
}
