import { PAGE_SIZE } from '@cairn/shared-schema';
import { isRefusal } from '@cairn/tui-kit';

/** A page of a connection, as the server answers it. */
export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

type FetchPage<Node> = (page: { first: number; after: string | null }) => Promise<Page<Node>>;

/**
 * All elements of a list that the server gives out in pages, in its order. Pages that would be too long are asked for by
 * halves.
 */
export async function allPages<Node>(fetchPage: FetchPage<Node>): Promise<Node[]> {
  const all: Node[] = [];
  let first: number = PAGE_SIZE.max;
  let after: string | null = null;
  for (;;) {
    const page: Page<Node> | undefined = await fetchUnlessTooLong(fetchPage, first, after);
    if (page === undefined) {
      first = Math.ceil(first / 2);
      continue;
    }
    const { nodes, pageInfo }: Page<Node> = page;
    all.push(...nodes);
    // A server that promises more but does not move on would be asked for ever.
    if (!pageInfo.hasNextPage || pageInfo.endCursor === null || pageInfo.endCursor === after) return all;
    after = pageInfo.endCursor;
  }
}

/** A page, or undefined when the server says that a smaller one is to be asked for. */
async function fetchUnlessTooLong<Node>(
  fetchPage: FetchPage<Node>,
  first: number,
  after: string | null,
): Promise<Page<Node> | undefined> {
  try {
    return await fetchPage({ first, after });
  } catch (error) {
    if (first > 1 && isRefusal(error, 'ANSWER_TOO_LARGE')) return undefined;
    throw error;
  }
}
