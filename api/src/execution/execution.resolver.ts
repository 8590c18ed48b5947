import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { requireRow } from '../context/find-row.js';
import type { OperationContext } from '../context/operation-context.js';
import { sentFile } from '../graphql/sent-file.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { maySeeFiles } from '../input-group/may-see-files.js';
import { Reservation } from '../reservation/reservation.entity.js';
import { Execution } from './execution.entity.js';
import { ReportBadExecutionInput, SubmitExecutionInput } from './execution.input.js';
import { reportBadExecution } from './report-bad-execution.js';
import { submitExecution } from './submit-execution.js';

@Resolver(() => Execution)
export class ExecutionResolver {
  @Mutation(() => InputGroup, {
    description:
      'Hands in an execution. EXECUTE: ends the lease. EXECUTE_AND_PROVE: a checkpoint, the lease goes on.',
  })
  async submitExecution(
    @Ctx() ctx: OperationContext,
    @Arg('input', () => SubmitExecutionInput, { description: 'The execution.' }) input: SubmitExecutionInput,
  ): Promise<InputGroup> {
    const { token, execution, uploadId } = input;
    return submitExecution(ctx, { token, execution: await sentFile('execution', execution, uploadId) });
  }

  @Mutation(() => Reservation, {
    description:
      "Gives the input group back because the execution that came with it cannot be proven. It is then shown as reported, and not offered to you again; a second donor's report discards it, and so does the server's own look at the file, or its replay soon afterwards, which otherwise lifts the quarantine.",
  })
  reportBadExecution(
    @Ctx() ctx: OperationContext,
    @Arg('input', () => ReportBadExecutionInput, { description: 'What is wrong.' })
    input: ReportBadExecutionInput,
  ): Promise<Reservation> {
    return reportBadExecution(ctx, input);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Download link of the file, for five minutes; relative to the server's root. Only for the owner and the holder of a live reservation, otherwise null.",
  })
  async url(@Ctx() ctx: OperationContext, @Root() execution: Execution): Promise<string | null> {
    const group = await requireRow(ctx, InputGroup, execution.inputGroup.id);
    if (!(await maySeeFiles(ctx, group))) return null;
    return ctx.links.sign({
      sha256: execution.sha256,
      filename: `${group.name}.execution`,
      contentType: 'application/octet-stream',
    });
  }
}
