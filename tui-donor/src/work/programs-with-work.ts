import type { ProgramsWithWorkQuery, WorkKind } from '@cairn/shared-schema/donor';
import type { DonorApi } from '../server/donor-api.js';

/** A program that has work, and whose it is. */
type ProgramWithWork = Pick<ProgramsWithWorkQuery['programs']['nodes'][number], 'id' | 'organization'>;

/** A server that always has a next page keeps nobody asking for ever; nobody looks through more programs than that either. */
const MOST_LOOKED_AT = 10_000;

/**
 * The programs that have work of a kind, among as many as anybody looks through.
 * @param first programs of one request
 */
export async function* programsWithWork(
  api: Pick<DonorApi, 'programs'>,
  kind: WorkKind,
  organizationId: string | undefined,
  first: number,
  signal: AbortSignal,
): AsyncGenerator<ProgramWithWork> {
  let after: string | null = null;
  let left = MOST_LOOKED_AT;
  do {
    const page = { first, after, organizationId: organizationId ?? null };
    const { nodes, pageInfo }: Awaited<ReturnType<DonorApi['programs']>> = await api.programs(page, signal);
    for (const { id, organization, groupCounts } of nodes) {
      if ((kind === 'PROVE' ? groupCounts.executed : groupCounts.available) > 0) yield { id, organization };
    }
    left -= nodes.length;
    // Behind a page without programs there is nothing.
    after = pageInfo.hasNextPage && nodes.length > 0 && left > 0 ? pageInfo.endCursor : null;
  } while (after !== null);
}
