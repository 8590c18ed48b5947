import { ServerRefusedError } from '@cairn/tui-kit';
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

  it('asks for less at once as long as the server says that the answer is too large', async () => {
    const asked: number[] = [];
    const all = await allPages<number>(async ({ first, after }) => {
      asked.push(first);
      if (first > 13) throw new ServerRefusedError('ANSWER_TOO_LARGE', 'too long');
      const [node, isLast] = after === null ? [1, false] : [2, true];
      return { nodes: [node], pageInfo: { hasNextPage: !isLast, endCursor: String(node) } };
    });
    expect(all).toEqual([1, 2]);
    expect(asked).toEqual([50, 25, 13, 13]);
  });

  it.each([
    ['ANSWER_TOO_LARGE', 6],
    ['SERVER_BUSY', 0],
  ])('gives up over %s after %i halvings', async (code, halvings) => {
    let asked = 0;
    const refused = allPages<number>(async () => {
      asked += 1;
      throw new ServerRefusedError(code, 'no');
    });
    await expect(refused).rejects.toMatchObject({ code });
    expect(asked).toBe(halvings + 1);
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
