import { insertOrganization, insertProgram } from '../test/rows.js';
import { TestServer } from '../test/test-server.js';

const PAGE = `query ($programId: ID!, $after: String, $order: ListOrder) {
  inputGroups(programId: $programId, state: AVAILABLE, first: 2, after: $after, order: $order) {
    totalCount nodes { id state } pageInfo { hasNextPage endCursor }
  }
}`;

interface Page {
  totalCount: number;
  nodes: { id: string; state: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

let server: TestServer;

beforeEach(async () => {
  server = await TestServer.start();
});

afterEach(() => server[Symbol.asyncDispose]());

async function readAll(programId: string, order: 'OLDEST' | 'NEWEST'): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: Page = await server.get<Page>(PAGE, { programId, after, order });
    expect(page.totalCount).toBe(7);
    expect(page.nodes.map(({ state }) => state)).toEqual(page.nodes.map(() => 'AVAILABLE'));
    ids.push(...page.nodes.map(({ id }) => id));
    if (!page.pageInfo.hasNextPage) return ids;
    after = page.pageInfo.endCursor;
  }
}

it('reads what is in a state, and what counts as if it were, page by page in one order', async () => {
  const organization = await insertOrganization(server, 'ada');
  const { id, groups } = await insertProgram(server, organization, 'p', 9);
  await insertProgram(server, organization, 'other', 3);
  const { em } = server.context();
  // Of every three: one whose lease has run out, one that is free, one that is free; the last two are held.
  for (const [position, group] of groups.entries()) {
    if (position >= 7)
      await em.execute("update input_group set state = 'RESERVED', free_from = ? where id = ?", [
        new Date('2100-01-01'),
        group,
      ]);
    else if (position % 3 === 0)
      await em.execute("update input_group set state = 'RESERVED' where id = ?", [group]);
  }
  const free = groups.slice(0, 7);
  expect(await readAll(id, 'OLDEST')).toEqual(free);
  expect(await readAll(id, 'NEWEST')).toEqual(free.toReversed());
});
