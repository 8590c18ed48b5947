import { kept } from './kept.js';

test('measures once in so many seconds, and tells what it was in between', async () => {
  let now = 0;
  let count = 0;
  const measure = kept(
    2,
    async (name: string) => `${name} ${++count}`,
    () => now,
  );
  expect(await measure('a')).toEqual({ value: 'a 1', ageSeconds: 0 });
  now = 1999;
  expect(await measure('b')).toEqual({ value: 'a 1', ageSeconds: 1.999 });
  now = 2000;
  expect(await measure('c')).toEqual({ value: 'c 2', ageSeconds: 0 });
});

/** Measurements that end when they are told to, on a clock that stands still until it is set. */
function slow() {
  const answers: ((value: string) => void)[] = [];
  const clock = { now: 0 };
  const measure = kept(
    2,
    () => new Promise<string>((resolve) => answers.push(resolve)),
    () => clock.now,
    { first: 1, later: 1 },
  );
  return { answers, clock, measure };
}

test('nobody waits for a slow one, which is not begun twice, and its last answer is kept with its age', async () => {
  const { answers, clock, measure } = slow();
  expect(await measure()).toBeUndefined();
  expect(await measure()).toBeUndefined();
  expect(answers).toHaveLength(1);
  answers[0]?.('first');
  expect(await measure()).toEqual({ value: 'first', ageSeconds: 0 });
  clock.now = 9000;
  expect(await measure()).toEqual({ value: 'first', ageSeconds: 9 });
  expect(await measure()).toEqual({ value: 'first', ageSeconds: 9 });
  expect(answers).toHaveLength(2);
  answers[1]?.('second');
  clock.now = 10_000;
  expect(await measure()).toEqual({ value: 'second', ageSeconds: 1 });
});

test('what is too old is not told any more', async () => {
  const { answers, clock, measure } = slow();
  const first = measure();
  answers[0]?.('first');
  await first;
  clock.now = 60_000;
  expect(await measure()).toMatchObject({ value: 'first' });
  clock.now = 60_001;
  expect(await measure()).toBeUndefined();
});
