import { reservedPiece } from '../../test/reserved-piece.js';
import { HistoryFeed, type HistorySource } from './history-feed.js';

/** A feed over three proofs of ours, on which nobody has decided, and how often it read and asked. */
function feedOf(answer: () => Promise<null>) {
  const seen = { read: 0, asked: 0 };
  const finished = ['one', 'two', 'three'].map((clientKey) => {
    const piece = { ...reservedPiece(), clientKey, proof: { seconds: 1, bytes: 1, sha256: 'c' } };
    return { piece, outcome: 'proven', beganAt: '', finishedAt: '' } as const;
  });
  const source: HistorySource = {
    store: {
      finished: () => {
        seen.read += 1;
        return finished;
      },
    },
    api: {
      pieceStanding: () => {
        seen.asked += 1;
        return answer();
      },
      groupUpdates: async function* () {},
    },
  };
  return { feed: new HistoryFeed(source), seen };
}

test('reads once for a refresh, and runs one at a time whoever asks for it', async () => {
  const { promise, resolve } = Promise.withResolvers<null>();
  const { feed, seen } = feedOf(() => promise);
  const refreshes = Array.from({ length: 20 }, () => feed.refresh());
  expect(seen).toEqual({ read: 1, asked: 1 });
  resolve(null);
  expect(await Promise.all(refreshes)).toEqual(refreshes.map(() => true));
  // The second one finds all of them decided.
  expect(seen).toEqual({ read: 2, asked: 3 });
  expect(feed.pieces.get().map(({ verdict }) => verdict.state)).toEqual(['gone', 'gone', 'gone']);
  feed.close();
});

test('says whether the server could be asked', async () => {
  const { feed } = feedOf(() => Promise.reject(new Error('nobody there')));
  expect(await feed.refresh()).toBe(false);
  expect(feed.trouble.get()).toBe('nobody there');
  feed.close();
  expect(await feed.refresh()).toBe(false);
});
