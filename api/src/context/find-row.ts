import type { EntityClass, FilterQuery } from '@mikro-orm/core';
import type { OperationContext } from './operation-context.js';

/** A row by its id, or null. The rows that the fields of one answer ask for at the same moment are read in one statement. */
export async function findRow<Row extends { id: string }>(
  ctx: OperationContext,
  entity: EntityClass<Row>,
  id: string,
): Promise<Row | null> {
  const row = await ctx.view.batched<Row>(entity.name, id, async (ids) => {
    const rows = await ctx.em.find(entity, { id: { $in: ids } } as unknown as FilterQuery<Row>);
    return new Map(rows.map((found) => [found.id, found as Row]));
  });
  return row ?? null;
}

/**
 * A row that must be there: another row refers to it.
 * @throws Error when it has been deleted in the meantime.
 */
export async function requireRow<Row extends { id: string }>(
  ctx: OperationContext,
  entity: EntityClass<Row>,
  id: string,
): Promise<Row> {
  const row = await findRow(ctx, entity, id);
  if (row === null) throw new Error(`${entity.name} ${id} is gone.`);
  return row;
}
