import type { ProgramsWithWorkQuery, WorkKind } from '@cairn/shared-schema/donor';
import type { DonorApi } from '../server/donor-api.js';

/** A program that has work, and whose it is. */
type ProgramWithWork = Pick<ProgramsWithWorkQuery['programs']['nodes'][number], 'id' | 'organization'>;

/**
 * The programs that have work of a kind.
 * @param first programs of one request
 */
export async function* programsWithWork(
  api: DonorApi,
  kind: WorkKind,
  organizationId: string | undefined,
  first: number,
  signal: AbortSignal,
): AsyncGenerator<ProgramWithWork> {
  let after: string | null = null;
  do {
    const page = { first, after, organizationId: organizationId ?? null };
    const { nodes, pageInfo }: Awaited<ReturnType<DonorApi['programs']>> = await api.programs(page, signal);
    for (const { id, organization, groupCounts } of nodes) {
      if ((kind === 'PROVE' ? groupCounts.executed : groupCounts.available) > 0) yield { id, organization };
    }
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
}
