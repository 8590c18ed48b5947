/** One page of a list as the server answers it. */
interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

/** A server that always has a next page keeps nobody asking for ever; nobody looks through more entries than that either. */
const MOST_ENTRIES = 2000;

/** How many entries of a list are asked for: in the first request, and in each further one. */
export interface PageSizes {
  readonly first: number;
  readonly further: number;
}

/** The nodes of all pages of a list, however small those are, or so many that nobody reads further. */
export async function allNodes<Node>(
  ask: (page: { readonly first: number; readonly after: string | null }) => Promise<Page<Node>>,
  sizes: PageSizes,
): Promise<Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  do {
    const answer: Page<Node> = await ask({ first: after === null ? sizes.first : sizes.further, after });
    nodes.push(...answer.nodes);
    // Behind a page without entries there is nothing.
    after =
      answer.pageInfo.hasNextPage && answer.nodes.length > 0 ? (answer.pageInfo.endCursor ?? null) : null;
  } while (after !== null && nodes.length < MOST_ENTRIES);
  return nodes.slice(0, MOST_ENTRIES);
}
