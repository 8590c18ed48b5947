import { PAGE_SIZE } from '@cairn/shared-schema';

/** A page of a connection, as the server answers it. */
export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** All elements of a list that the server gives out in pages, in its order. */
export async function allPages<Node>(
  fetchPage: (page: { first: number; after: string | null }) => Promise<Page<Node>>,
): Promise<Node[]> {
  const all: Node[] = [];
  let after: string | null = null;
  for (;;) {
    const { nodes, pageInfo } = await fetchPage({ first: PAGE_SIZE.max, after });
    all.push(...nodes);
    // A server that promises more but does not move on would be asked for ever.
    if (!pageInfo.hasNextPage || pageInfo.endCursor === null || pageInfo.endCursor === after) return all;
    after = pageInfo.endCursor;
  }
}
