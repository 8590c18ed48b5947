import { setImmediate as turn } from 'node:timers/promises';
import { PlainLine } from './plain-line.js';
import { type Serving, SharedWork } from './shared-work.js';

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

function workOf(serving: Partial<Serving<number, string>>, atOnce = 10): SharedWork<number, string> {
  return new SharedWork(new PlainLine(atOnce), {
    what: 'items',
    together: async (items) => items.map((item) => `${item} together`),
    alone: async (item) => `${item} alone`,
    ...serving,
  });
}

it('serves together what waits at the same moment, so many at once, and tells each its own outcome', async () => {
  const batches: number[][] = [];
  const work = workOf({
    together: async (items) => {
      batches.push(items);
      return items.map((item) => `${item} of ${items.length}`);
    },
  });
  const outcomes = await Promise.all(numbers(13).map((n) => work.serve(n)));
  expect(batches.map(({ length }) => length)).toEqual([10, 3]);
  expect([outcomes[0], outcomes[12]]).toEqual(['0 of 10', '12 of 3']);
});

it('serves alone what is left undecided, and all of a batch that fails', async () => {
  const work = workOf({
    together: async (items) => {
      if (items.includes(7)) throw new Error('no');
      return items.map((item) => (item === 2 ? undefined : 'together'));
    },
  });
  expect(await Promise.all([1, 2].map((n) => work.serve(n)))).toEqual(['together', '2 alone']);
  expect(await Promise.all([6, 7].map((n) => work.serve(n)))).toEqual(['6 alone', '7 alone']);
});

it('serves few alone at once, however many are undecided, and refuses those who would wait too long', async () => {
  let [running, most] = [0, 0];
  const work = workOf(
    {
      together: async (items) => items.map(() => undefined),
      alone: async () => {
        running += 1;
        most = Math.max(most, running);
        await turn();
        running -= 1;
        return 'alone';
      },
    },
    600,
  );
  const settled = await Promise.allSettled(numbers(510).map((n) => work.serve(n)));
  expect(most).toBe(4);
  const refused = settled.filter((one) => one.status === 'rejected').map(({ reason }) => reason.code);
  expect(refused).toEqual(numbers(6).map(() => 'SERVER_BUSY'));
});

it('lets what waits for others keep nothing else from being served alone', async () => {
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  let waiting = 0;
  let looked = 0;
  const work = workOf({
    together: async (items) => items.map(() => undefined),
    alone: async (item) => {
      looked += 1;
      return item < 9 ? undefined : 'alone';
    },
    patiently: async () => {
      waiting += 1;
      return held.then(() => 'at last');
    },
  });
  const patient = numbers(9).map((n) => work.serve(n));
  // All of them were looked at, and those that may wait for others do, before another one comes.
  while (looked < 9 || waiting < 2) await turn();
  for (let n = 0; n < 10; n += 1) await turn();
  expect(waiting).toBe(2);
  expect(await work.serve(9)).toBe('alone');
  letGo();
  expect(new Set(await Promise.all(patient))).toEqual(new Set(['at last']));
});
