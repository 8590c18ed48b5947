import { mendCounts } from '../input-group/counts/mend-counts.js';
import { GroupCensus } from '../input-group/group-census.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { insertOrganization, insertProgram } from '../test/rows.js';
import { TestServer } from '../test/test-server.js';

interface Page {
  nodes: { name: string }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

let server: TestServer;
let ada: string;
let programs: Map<string, { id: string; groups: string[] }>;

beforeEach(async () => {
  server = await TestServer.start();
  ada = await insertOrganization(server, 'ada');
  const grace = await insertOrganization(server, 'grace');
  const sizes = { few: 1, none: 0, 'many a': 3, 'many b': 3, most: 5 };
  programs = new Map();
  for (const [name, size] of Object.entries(sizes))
    programs.set(name, await insertProgram(server, name === 'most' ? grace : ada, name, size));
});

afterEach(() => server[Symbol.asyncDispose]());

const LIST = `query ($first: Int, $after: String, $organization: ID, $prefix: String, $order: ProgramOrder = MOST_WORK) {
  programs(order: $order, first: $first, after: $after, organizationId: $organization, namePrefix: $prefix) {
    nodes { name } pageInfo { endCursor hasNextPage } } }`;

const read = (variables: Record<string, unknown>) => server.get<Page>(LIST, variables);
const names = ({ nodes }: Page) => nodes.map(({ name }) => name);

it('lists programs with the most work first, of equal ones the newest, page by page', async () => {
  expect(names(await read({}))).toEqual(['most', 'many b', 'many a', 'few', 'none']);
  const seen: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await read({ first: 2, after });
    seen.push(...names(page));
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) break;
  }
  expect(seen).toEqual(['most', 'many b', 'many a', 'few', 'none']);
});

it('keeps to the filters', async () => {
  expect(names(await read({ organization: ada, prefix: 'MANY' }))).toEqual(['many b', 'many a']);
});

it('counts what can still be worked on, again after a while', async () => {
  const { em } = server.context();
  for (const [at, state] of (['PROVEN', 'CONFIRMED', 'FAILED'] as const).entries())
    await em.nativeUpdate(InputGroup, programs.get('most')?.groups[at] ?? '', { state });
  await em.nativeUpdate(InputGroup, programs.get('most')?.groups[3] ?? '', { state: 'EXECUTED' });
  await mendCounts(server.app.server);
  expect(names(await read({}))).toEqual(['many b', 'many a', 'most', 'few', 'none']);
  await em.nativeUpdate(InputGroup, programs.get('many b')?.groups[0] ?? '', { state: 'PROVEN' });
  await mendCounts(server.app.server);
  expect(names(await read({}))).toEqual(['many b', 'many a', 'most', 'few', 'none']);
  await new GroupCensus(server.app.server.database).refresh();
  expect(names(await read({}))).toEqual(['many a', 'most', 'many b', 'few', 'none']);
});

it.each([
  ['OLDEST', 'MOST_WORK'],
  ['MOST_WORK', 'NEWEST'],
])('refuses a cursor of the order %s in the order %s', async (from, to) => {
  const { pageInfo } = await read({ first: 1, order: from });
  const { errors } = await server.ask(LIST, { order: to, after: pageInfo.endCursor });
  expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID_REQUEST', field: 'after' });
});
