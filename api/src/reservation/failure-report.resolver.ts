import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { requireRow } from '../context/find-row.js';
import type { OperationContext } from '../context/operation-context.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import type { Connection } from '../pagination/connection.js';
import { OrderedPageArguments } from '../pagination/page-arguments.js';
import { FailureReport } from './failure-report.entity.js';
import { FailureReportConnection } from './failure-report-connection.type.js';
import { listFailureReports } from './list-failure-reports.js';

@Resolver(() => FailureReport)
export class FailureReportResolver {
  @Query(() => FailureReportConnection, {
    description:
      'What donors have reported of input groups of yours that they could not do: one report for each donor and group. `retryInputGroup` forgets those of its group.',
  })
  failureReports(
    @Ctx() ctx: OperationContext,
    @Args(() => OrderedPageArguments) page: OrderedPageArguments,
    @Arg('programId', () => ID, { nullable: true, description: 'Only of this program.' })
    programId?: string | null,
  ): Promise<Connection<FailureReport>> {
    return listFailureReports(ctx, { ...page, programId: programId ?? null });
  }

  @FieldResolver(() => InputGroup, { description: 'What could not be done.' })
  inputGroup(@Ctx() ctx: OperationContext, @Root() { inputGroup }: FailureReport): Promise<InputGroup> {
    return requireRow(ctx, InputGroup, inputGroup.id);
  }
}
