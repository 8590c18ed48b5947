import { setImmediate as turn } from 'node:timers/promises';
import { inPool } from './in-pool.js';

describe('inPool', () => {
  it('keeps the order of the items and never runs more than the width at once', async () => {
    let running = 0;
    let most = 0;
    const answers = await inPool([3, 1, 2, 5, 4], 2, async (turns) => {
      most = Math.max(most, ++running);
      for (let i = 0; i < turns; i++) await turn();
      running--;
      return turns * 10;
    });
    expect(answers).toEqual([30, 10, 20, 50, 40]);
    expect(most).toBe(2);
  });

  it('begins nothing after a failure, and waits for what is under way', async () => {
    const done: number[] = [];
    const work = async (item: number) => {
      if (item === 1) throw new Error('one failed');
      await turn();
      await turn();
      done.push(item);
    };
    await expect(inPool([0, 1, 2, 3], 2, work)).rejects.toThrow('one failed');
    expect(done).toEqual([0]);
  });

  it('does nothing with no items', async () => {
    expect(await inPool([], 4, async () => 1)).toEqual([]);
  });
});
