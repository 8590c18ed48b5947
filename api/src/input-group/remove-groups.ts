import type { EntityManager } from '@mikro-orm/sql';
import type { OperationContext } from '../context/operation-context.js';
import { inTransaction } from '../database/in-transaction.js';
import { groupChanged } from '../events/group-changed.js';
import { Execution } from '../execution/execution.entity.js';
import { Proof } from '../proof/proof.entity.js';
import { changeUsage, type UsageChange } from '../quota/change-usage.js';
import { IS_LIVE } from '../reservation/is-live.js';
import { dropFiles } from '../storage/drop-files.js';
import { queueFinished } from '../webhook/queue-deliveries.js';
import { countMoves } from './counts/count-moves.js';
import { InputGroup } from './input-group.entity.js';
import { lockStandings } from './lock-groups.js';

/**
 * Deletes input groups with all that is theirs, in one transaction: leases end, and their holders are told; files that
 * nothing else names go. What another request stores meanwhile is left to the collector.
 * @param whatIsLeft - of the program stays: deleting its last open groups may have finished it.
 */
export async function removeGroups(
  ctx: OperationContext,
  ids: readonly string[],
  whatIsLeft: 'stays' | 'goes too' = 'goes too',
): Promise<void> {
  const now = await ctx.clock.now(ctx.em);
  const { leases, files } = await inTransaction(ctx, async (em) => {
    const inputGroup = { $in: [...ids] };
    await lockStandings(em, ids);
    const leases = await cancelLeases(em, ids);
    const kept = await keptOf(em, ids);
    await em.nativeDelete(InputGroup, { id: inputGroup });
    await countMoves(em, kept.moves);
    for (const [organization, usage] of kept.usage) {
      const { bytes, executionBytes, groups } = usage;
      const less = { bytes: -bytes, executionBytes: -executionBytes, groups: -groups };
      await changeUsage(em, organization, less, ctx.config.limits);
    }
    if (whatIsLeft === 'stays')
      for (const [programId, organizationId] of kept.programs)
        await queueFinished(em, { programId, organizationId }, now);
    return { leases, files: kept.files };
  });
  for (const id of leases) ctx.events.changed('reservation', id);
  for (const id of ids) groupChanged(ctx.events, id);
  await dropFiles(ctx, files);
  ctx.view.renew();
}

/** Returns which were live. Written before the rest: from here on this transaction is the only one that writes to these leases. */
async function cancelLeases(em: EntityManager, groups: readonly string[]): Promise<string[]> {
  const live = await em.execute<{ id: string }[]>(
    `select id from reservation where input_group_id in (?) and ${IS_LIVE}`,
    [groups],
  );
  if (live.length === 0) return [];
  const ids = live.map(({ id }) => id);
  await em.execute(
    `update reservation set state = 'CANCELLED', version = version + 1 where id in (?) and ${IS_LIVE}`,
    [ids],
  );
  const cancelled = await em.execute<{ id: string }[]>(
    "select id from reservation where id in (?) and case when state = 'CANCELLED' then 1 else 0 end = 1",
    [ids],
  );
  return cancelled.map(({ id }) => id);
}

/** The files that these groups keep, and what of them counts as their organizations'. */
async function keptOf(em: EntityManager, ids: readonly string[]) {
  const inputGroup = { $in: [...ids] };
  const groups = await em.find(InputGroup, { id: inputGroup }, { populate: ['program'] });
  const executions = await em.find(Execution, { inputGroup });
  const proofs = await em.find(Proof, { inputGroup, fileKept: true }, { fields: ['sha256'] });
  const sizes = new Map(executions.map((execution) => [execution.inputGroup.id, execution.size]));
  const usage = new Map<string, Required<UsageChange>>();
  const programs = new Map(groups.map(({ program }) => [program.id, program.organization.id]));
  for (const { id, inputBytes, program } of groups) {
    const sum = usage.get(program.organization.id) ?? { bytes: 0, executionBytes: 0, groups: 0 };
    usage.set(program.organization.id, {
      bytes: sum.bytes + inputBytes,
      executionBytes: sum.executionBytes + (sizes.get(id) ?? 0),
      groups: sum.groups + 1,
    });
  }
  const inputs = groups.map(({ inputSha256 }) => inputSha256);
  const files = new Set([...inputs, ...[...executions, ...proofs].map(({ sha256 }) => sha256)]);
  const moves = groups.map(({ state, program }) => ({ programId: program.id, from: state, to: undefined }));
  return { usage, files, programs, moves };
}
