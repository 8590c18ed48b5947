import { allPages, type Page } from './all-pages.js';

describe('allPages', () => {
  it('follows the cursors to the end, in order', async () => {
    const pages: Record<string, Page<number>> = {
      '': { nodes: [1, 2], pageInfo: { hasNextPage: true, endCursor: 'b' } },
      b: { nodes: [3], pageInfo: { hasNextPage: true, endCursor: 'c' } },
      c: { nodes: [4], pageInfo: { hasNextPage: false, endCursor: 'd' } },
    };
    const asked: unknown[] = [];
    const all = await allPages(async (page) => {
      asked.push(page);
      return pages[page.after ?? ''] as Page<number>;
    });
    expect(all).toEqual([1, 2, 3, 4]);
    expect(asked).toEqual([
      { first: 50, after: null },
      { first: 50, after: 'b' },
      { first: 50, after: 'c' },
    ]);
  });

  it('stops at a server that does not move on', async () => {
    let asked = 0;
    const stuck: Page<number> = { nodes: [1], pageInfo: { hasNextPage: true, endCursor: 'same' } };
    await allPages(async () => {
      asked += 1;
      return stuck;
    });
    expect(asked).toBe(2);
  });
});
