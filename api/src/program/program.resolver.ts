import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Organization } from '../account/organization.entity.js';
import { requireRow } from '../context/find-row.js';
import type { OperationContext } from '../context/operation-context.js';
import { uploadSource } from '../graphql/upload.scalar.js';
import type { Connection } from '../pagination/connection.js';
import { PageArguments } from '../pagination/page-arguments.js';
import { DecisionCounts } from '../proof/decision-counts.type.js';
import { decisionsOf, requireDecisions } from '../proof/decisions-of.js';
import { countGroups } from './count-groups.js';
import { deleteProgram } from './delete-program.js';
import { GroupCounts } from './group-counts.type.js';
import { listPrograms } from './list-programs.js';
import { Program } from './program.entity.js';
import { UpdateProgramInput, UploadProgramInput } from './program.input.js';
import { ProgramConnection } from './program-connection.type.js';
import { ProgramOrder } from './program-order.js';
import { updateProgram } from './update-program.js';
import { uploadProgram } from './upload-program.js';

@Resolver(() => Program)
export class ProgramResolver {
  @Query(() => Program, { nullable: true, description: 'One program; null when there is none of this id.' })
  program(
    @Ctx() ctx: OperationContext,
    @Arg('id', () => ID, { description: "The program's id." }) id: string,
  ): Promise<Program | null> {
    return ctx.em.findOne(Program, id);
  }

  @Query(() => ProgramConnection, { description: 'All programs.' })
  programs(
    @Ctx() ctx: OperationContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('namePrefix', () => String, {
      nullable: true,
      description: 'Names that start so, compared without case.',
    })
    namePrefix?: string | null,
    @Arg('organizationId', () => ID, { nullable: true, description: 'Only programs of this organization.' })
    organizationId?: string | null,
    @Arg('order', () => ProgramOrder, {
      nullable: true,
      description: 'In which order; OLDEST when left out.',
    })
    order?: ProgramOrder | null,
  ): Promise<Connection<Program>> {
    return listPrograms(ctx, {
      ...page,
      namePrefix: namePrefix ?? null,
      organizationId: organizationId ?? null,
      order: order ?? null,
    });
  }

  @Mutation(() => Program, {
    description:
      "Publishes a program. PROGRAM_INVALID carries the compiler's text in `extensions.diagnostics`.",
  })
  async uploadProgram(
    @Ctx() ctx: OperationContext,
    @Arg('input', () => UploadProgramInput, { description: 'The program.' }) input: UploadProgramInput,
  ): Promise<Program> {
    return uploadProgram(ctx, { ...input, archive: await uploadSource(input.archive) });
  }

  @Mutation(() => Program, {
    description:
      'Changes what a program of yours says of itself. What is run and proven stays: another archive is another program.',
  })
  updateProgram(
    @Ctx() ctx: OperationContext,
    @Arg('input', () => UpdateProgramInput, { description: 'The change.' }) input: UpdateProgramInput,
  ): Promise<Program> {
    return updateProgram(ctx, input);
  }

  @Mutation(() => ID, {
    description:
      'Deletes a program of yours with its input groups, proofs and results, and ends their reservations. Returns its id.',
  })
  deleteProgram(
    @Ctx() ctx: OperationContext,
    @Arg('id', () => ID, { description: "The program's id." }) id: string,
  ): Promise<string> {
    return deleteProgram(ctx, { id });
  }

  @FieldResolver(() => Organization, { description: 'Who published it.' })
  organization(@Ctx() ctx: OperationContext, @Root() program: Program): Promise<Organization> {
    return requireRow(ctx, Organization, program.organization.id);
  }

  @FieldResolver(() => GroupCounts, { description: 'How many of its input groups stand in each state.' })
  async groupCounts(@Ctx() ctx: OperationContext, @Root() { id }: Program): Promise<GroupCounts> {
    const now = await ctx.view.now();
    const counts = await ctx.view.batched('groupCounts', id, (ids) => countGroups(ctx.em, ids, now));
    if (counts === undefined) throw new Error(`The input groups of ${id} were not counted.`);
    return counts;
  }

  @FieldResolver(() => DecisionCounts, { description: 'How its organization has decided about its proofs.' })
  async decisions(@Ctx() ctx: OperationContext, @Root() { id }: Program): Promise<DecisionCounts> {
    return requireDecisions(await ctx.view.batched('decisions', id, (ids) => decisionsOf(ctx.em, ids)));
  }

  @FieldResolver(() => String, {
    description:
      "Download link of the archive as it was uploaded, for five minutes; relative to the server's root.",
  })
  archiveUrl(@Ctx() ctx: OperationContext, @Root() { archiveSha256, name }: Program): string {
    return ctx.links.sign({
      sha256: archiveSha256,
      filename: `${name}.tar`,
      contentType: 'application/x-tar',
    });
  }

  @FieldResolver(() => String, {
    description:
      "Download link of the executable JSON that is run and proven, for five minutes; relative to the server's root.",
  })
  executableUrl(@Ctx() ctx: OperationContext, @Root() { executableSha256, name }: Program): string {
    return ctx.links.sign({
      sha256: executableSha256,
      filename: `${name}.executable.json`,
      contentType: 'application/json',
    });
  }
}
