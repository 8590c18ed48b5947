import type { WorkKind } from '@cairn/shared-schema/donor';
import type { DonorApi } from '../server/donor-api.js';

const PAGE = 50;

/** The programs that have work of a kind, by their ids. */
export async function* programsWithWork(
  api: DonorApi,
  kind: WorkKind,
  organizationId: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<string> {
  let after: string | null = null;
  do {
    const page = { first: PAGE, after, organizationId: organizationId ?? null };
    const { nodes, pageInfo }: Awaited<ReturnType<DonorApi['programs']>> = await api.programs(page, signal);
    for (const { id, groupCounts } of nodes) {
      if ((kind === 'PROVE' ? groupCounts.executed : groupCounts.available) > 0) yield id;
    }
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
}
