import { MemoryRateStore } from './memory-rate-store.js';

let now = 0;
let store: MemoryRateStore;

beforeEach(() => {
  now = 5_000;
  store = new MemoryRateStore(() => now);
});

it.each([1, 3, 7, 60, 3000, 30_000])('lets exactly %i through at once', async (times) => {
  const limit = { times, seconds: 60 };
  for (let n = 0; n < times; n += 1) if ((await store.take('key', limit)) !== 0) throw new Error(`${n}`);
  const wait = await store.take('key', limit);
  expect(wait).toBe(Math.ceil(60_000 / times));
});

it('lets one more through when one has worn off, and does not count what it refuses', async () => {
  const limit = { times: 2, seconds: 10 };
  expect([await store.take('k', limit), await store.take('k', limit)]).toEqual([0, 0]);
  for (let n = 0; n < 5; n += 1) expect(await store.take('k', limit)).toBe(5_000);
  now += 4_000;
  expect(await store.take('k', limit)).toBe(1_000);
  now += 1_000;
  expect([await store.take('k', limit), await store.take('k', limit)]).toEqual([0, 5_000]);
});

it('lets the first one through at any moment of a clock with fractions', async () => {
  for (let n = 0; n < 2_000; n += 1) {
    now = Math.E * 10_000 * n;
    if ((await store.take(`key ${n}`, { times: 1, seconds: 60 })) !== 0) throw new Error(`refused at ${now}`);
  }
});

it('keeps keys apart, gives back and forgets', async () => {
  const limit = { times: 1, seconds: 10 };
  await store.take('a', limit);
  expect(await store.take('b', limit)).toBe(0);
  expect(await store.take('a', limit)).toBe(10_000);
  await store.giveBack('a', limit);
  expect(await store.take('a', limit)).toBe(0);
  await store.forget('a');
  expect(await store.take('a', limit)).toBe(0);
  await store.giveBack('nobody', limit);
  expect(await store.take('nobody', limit)).toBe(0);
});

it('forgets what was used longest ago rather than grow without end', async () => {
  const limit = { times: 1, seconds: 1_000 };
  for (let n = 0; n <= 200_000; n += 1) await store.take(`key ${n}`, limit);
  expect(await store.take('key 1', limit)).toBe(1_000_000);
  expect(await store.take('key 0', limit)).toBe(0);
});
