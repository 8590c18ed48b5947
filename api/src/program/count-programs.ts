import type { EntityManager } from '@mikro-orm/sql';

/** How many programs each of these organizations has published. */
export async function countPrograms(
  em: EntityManager,
  organizationIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await em.execute<{ id: string; amount: number }[]>(
    'select organization_id as id, count(*) as amount from program where organization_id in (?) group by 1',
    [organizationIds],
  );
  return new Map(rows.map(({ id, amount }) => [id, amount]));
}
