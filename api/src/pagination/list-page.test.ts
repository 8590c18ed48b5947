import { releaseReservation } from '../reservation/release-reservation.js';
import { renewReservation } from '../reservation/renew-reservation.js';
import { reserveInputGroup } from '../reservation/reserve-input-group.js';
import { insertOrganization, insertProgram } from '../test/rows.js';
import { clientKey } from '../test/scenario.js';
import { TestServer, WITHOUT_HOUSEKEEPING } from '../test/test-server.js';

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
  server = await TestServer.start({ parts: WITHOUT_HOUSEKEEPING });
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
  const ctx = server.context();
  const tokens = [];
  for (const _group of groups) {
    const wanted = { programId: id, kind: 'EXECUTE', clientKey: clientKey() } as const;
    tokens.push((await reserveInputGroup(ctx, wanted)).token ?? '');
  }
  await insertProgram(server, organization, 'other', 3);
  // Of every three: one whose lease has run out, one that is free, one that is free; the last two are held.
  for (const at of [1, 2, 4, 5]) await releaseReservation(server.context(), { token: tokens[at] ?? '' });
  server.clock.aheadMs = 30_000;
  for (const at of [7, 8]) await renewReservation(server.context(), { token: tokens[at] ?? '' });
  server.clock.aheadMs = 60_001;
  const free = groups.slice(0, 7);
  expect(await readAll(id, 'OLDEST')).toEqual(free);
  expect(await readAll(id, 'NEWEST')).toEqual(free.toReversed());
});
