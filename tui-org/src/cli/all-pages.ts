import { PAGE_SIZE } from '@cairn/shared-schema';
import { isRefusal } from '@cairn/tui-kit';

/** A page of a connection, as the server answers it. */
export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

type FetchPage<P> = (page: { first: number; after: string | null }) => Promise<P>;

/** All elements of a list that the server gives out in pages, in its order. */
export async function allPages<Node>(fetchPage: FetchPage<Page<Node>>): Promise<Node[]> {
  const all: Node[] = [];
  for await (const { nodes } of eachPage(fetchPage)) all.push(...nodes);
  return all;
}

/** The pages of a list, one after the other. Pages that would be too long are asked for by halves. */
export async function* eachPage<P extends Page<unknown>>(fetchPage: FetchPage<P>): AsyncGenerator<P> {
  let first: number = PAGE_SIZE.max;
  let after: string | null = null;
  for (;;) {
    const page: P | undefined = await fetchUnlessTooLong(fetchPage, first, after);
    if (page === undefined) {
      first = Math.ceil(first / 2);
      continue;
    }
    yield page;
    const { hasNextPage, endCursor }: Page<unknown>['pageInfo'] = page.pageInfo;
    // A server that promises more but does not move on would be asked for ever.
    if (!hasNextPage || endCursor === null || endCursor === after) return;
    after = endCursor;
  }
}

/** A page, or undefined when the server says that a smaller one is to be asked for. */
async function fetchUnlessTooLong<P>(
  fetchPage: FetchPage<P>,
  first: number,
  after: string | null,
): Promise<P | undefined> {
  try {
    return await fetchPage({ first, after });
  } catch (error) {
    if (first > 1 && isRefusal(error, 'ANSWER_TOO_LARGE')) return undefined;
    throw error;
  }
}
