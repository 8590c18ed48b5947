import { allNodes } from './all-nodes.js';

function server(pages: number) {
  const asked: [first: number, after: string | null][] = [];
  const ask = async ({ first, after }: { first: number; after: string | null }) => {
    asked.push([first, after]);
    const at = Number(after ?? 0) + 1;
    return { nodes: [at], pageInfo: { hasNextPage: at < pages, endCursor: `${at}` } };
  };
  return { asked, ask };
}

const SIZES = { first: 20, further: 50 };

test('reads page after page, each from where the one before ended, the first one small', async () => {
  const { asked, ask } = server(3);
  expect(await allNodes(ask, SIZES)).toEqual([1, 2, 3]);
  expect(asked).toEqual([
    [20, null],
    [50, '1'],
    [50, '2'],
  ]);
});

test('reads a long list whole, also one by one', async () => {
  expect(await allNodes(server(500).ask, { first: 1, further: 1 })).toHaveLength(500);
});

test('is not kept asking for ever', async () => {
  expect(await allNodes(server(Number.POSITIVE_INFINITY).ask, SIZES)).toHaveLength(2000);
  const empty = { nodes: [], pageInfo: { hasNextPage: true, endCursor: 'again' } };
  let asked = 0;
  const ask = async () => {
    asked += 1;
    return empty;
  };
  expect(await allNodes(ask, SIZES)).toEqual([]);
  expect(asked).toBe(1);
});
