import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { pino } from 'pino';
import { needsService, service } from '../test/services.js';
import { RedisRateStore } from './redis-rate-store.js';

needsService('redis');

const logged: string[] = [];
const log = pino({}, { write: (line: string) => void logged.push(line) });
let stores: RedisRateStore[] = [];

beforeEach(() => {
  logged.length = 0;
});

afterEach(async () => {
  for (const store of stores) await store.close();
  stores = [];
});

async function open(url = service('redis').url): Promise<RedisRateStore> {
  const store = RedisRateStore.open(url, log);
  stores.push(store);
  await store.ready();
  return store;
}

const limit = { times: 5, seconds: 3600 };

it('counts for all replicas together, exactly, also when they come at once', async () => {
  const key = randomUUID();
  const replicas = [await open(), await open(), await open()];
  const waits = await Promise.all(
    Array.from({ length: 30 }, (_, n) => replicas[n % 3]?.take(key, limit) ?? Promise.reject()),
  );
  expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
  for (const wait of waits.filter((wait) => wait > 0)) {
    expect(wait).toBeGreaterThan(700_000);
    expect(wait).toBeLessThanOrEqual(720_000);
  }
});

it('gives back, forgets, and lets Redis forget what has worn off', async () => {
  const key = randomUUID();
  const store = await open();
  for (let n = 0; n < 5; n += 1) expect(await store.take(key, limit)).toBe(0);
  await store.giveBack(key, limit);
  expect([await store.take(key, limit), (await store.take(key, limit)) > 0]).toEqual([0, true]);
  await store.forget(key);
  expect(await store.take(key, limit)).toBe(0);
  await store.giveBack(randomUUID(), limit);
  const brief = { times: 1, seconds: 0.05 };
  const passing = randomUUID();
  expect(await store.take(passing, brief)).toBe(0);
  while ((await store.take(passing, brief)) > 0);
});

it('limits each process by itself while Redis is away, and says so once', async () => {
  const key = randomUUID();
  const store = await open('redis://127.0.0.1:1');
  const waits: number[] = [];
  for (let n = 0; n < 6; n += 1) waits.push(await store.take(key, limit));
  expect(waits.map((wait) => wait > 0)).toEqual([false, false, false, false, false, true]);
  await store.forget(key);
  expect(await store.take(key, limit)).toBe(0);
  expect(logged.map((line) => JSON.parse(line).msg)).toEqual([
    'Redis is away: each process limits rates for itself',
  ]);
});

it('does not wait for a Redis that has stopped answering', async () => {
  const silent = createServer((socket) => void socket.on('error', () => undefined));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const address = silent.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const store = RedisRateStore.open(`redis://127.0.0.1:${port}`, log);
  stores.push(store);
  expect(await store.take(randomUUID(), limit)).toBe(0);
  await store.close();
  silent.close();
});
