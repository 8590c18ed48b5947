import { Batch } from './batch.js';

it('looks up in one go what is asked for at the same moment', async () => {
  const asked: string[][] = [];
  const batch = new Batch<string>(async (keys) => {
    asked.push(keys);
    return new Map(keys.filter((key) => key !== 'none').map((key) => [key, key.toUpperCase()]));
  });
  const later = Promise.resolve().then(() => batch.load('c'));
  expect(
    await Promise.all([batch.load('a'), batch.load('b'), batch.load('a'), later, batch.load('none')]),
  ).toEqual(['A', 'B', 'A', 'C', undefined]);
  expect(await batch.load('d')).toBe('D');
  expect(asked).toEqual([['a', 'b', 'none', 'c'], ['d']]);
});

it('tells everyone of a failure', async () => {
  const batch = new Batch<string>(() => Promise.reject(new Error('no')));
  const answers = await Promise.allSettled([batch.load('a'), batch.load('b')]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
