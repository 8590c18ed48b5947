import { ValueStore } from '@cairn/tui-kit/screen';
import type { Standing } from '../../credit/credit-api.js';
import type { JudgedPiece } from '../history/finished-piece.js';
import { CreditFeed } from './credit-feed.js';

const standing = (provenRows: number) => ({ provenRows }) as Standing;

function feed(answer: (asked: number) => Promise<Standing | undefined>) {
  const pieces = new ValueStore<readonly JudgedPiece[]>([]);
  const seen = { asked: 0, synced: 0 };
  const credit = {
    standing: () => {
      seen.asked += 1;
      return answer(seen.asked);
    },
    sync: async () => {
      seen.synced += 1;
    },
  };
  return { feed: new CreditFeed(credit, { pieces }), pieces, seen };
}

const judged = (state: 'waiting' | 'confirmed') => [{ verdict: { state } } as JudgedPiece];

test('asks again when a proof stands otherwise, and not when nothing has changed', async () => {
  const { feed: credit, pieces, seen } = feed(async (asked) => standing(asked));
  pieces.set(judged('waiting'));
  await credit.refresh();
  const before = seen.asked;
  pieces.set(judged('waiting'));
  expect(seen.asked).toBe(before);
  pieces.set(judged('confirmed'));
  await credit.refresh();
  expect(seen.asked).toBeGreaterThan(before);
  expect(credit.standing.get()).toEqual(standing(seen.asked));
  expect(seen.synced).toBe(seen.asked);
  credit.close();
  pieces.set(judged('waiting'));
  await credit.refresh();
  expect(seen.asked).toBe(seen.synced);
});

test('asks once more for all that happened while it asked', async () => {
  const { promise, resolve } = Promise.withResolvers<Standing>();
  const { feed: credit, seen } = feed((asked) => (asked === 1 ? promise : Promise.resolve(standing(2))));
  const all = Array.from({ length: 10 }, () => credit.refresh());
  resolve(standing(1));
  await Promise.all(all);
  expect(seen).toEqual({ asked: 2, synced: 2 });
  expect(credit.standing.get()).toEqual(standing(2));
});

test('keeps what it knew when the server cannot be asked', async () => {
  const { feed: credit } = feed((asked) =>
    asked === 1 ? Promise.resolve(standing(1)) : Promise.reject(new Error('away')),
  );
  await credit.refresh();
  await credit.refresh();
  expect(credit.standing.get()).toEqual(standing(1));
});
