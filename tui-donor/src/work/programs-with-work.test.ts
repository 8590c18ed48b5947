import type { DonorApi } from '../server/donor-api.js';
import { programsWithWork } from './programs-with-work.js';

type Programs = Awaited<ReturnType<DonorApi['programs']>>;

/** A server that has a next page after every one, each with so many programs; what it was asked. */
function endlessServer(programsOfAPage: number) {
  const asked: (string | null | undefined)[] = [];
  const programs: DonorApi['programs'] = async ({ after }) => {
    asked.push(after);
    const nodes = Array.from({ length: programsOfAPage }, (_, place) => ({
      id: `${asked.length}.${place}`,
      organization: { id: 'o1' },
      groupCounts: { available: place % 2, executed: 0 },
    }));
    return { nodes, pageInfo: { hasNextPage: true, endCursor: `${asked.length}` } } as unknown as Programs;
  };
  return { asked, programs };
}

async function found(server: Pick<DonorApi, 'programs'>): Promise<string[]> {
  const ids = [];
  for await (const { id } of programsWithWork(
    server,
    'EXECUTE_AND_PROVE',
    undefined,
    50,
    new AbortController().signal,
  ))
    ids.push(id);
  return ids;
}

test('goes from page to page, and names those that have work', async () => {
  const { asked, programs } = endlessServer(4);
  const looking = programsWithWork(
    { programs },
    'EXECUTE_AND_PROVE',
    undefined,
    4,
    new AbortController().signal,
  );
  const ids = [];
  for await (const { id } of looking) {
    ids.push(id);
    if (ids.length === 5) break;
  }
  expect(ids).toEqual(['1.1', '1.3', '2.1', '2.3', '3.1']);
  expect(asked).toEqual([null, '1', '2']);
});

test('a server that always has a next page does not keep the donor asking for ever', async () => {
  const server = endlessServer(50);
  expect(await found(server)).toHaveLength(5000);
  expect(server.asked).toHaveLength(200);
});

test('behind a page without programs there is nothing', async () => {
  const server = endlessServer(0);
  expect(await found(server)).toEqual([]);
  expect(server.asked).toEqual([null]);
});
