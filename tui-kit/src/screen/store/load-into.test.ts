import { loadInto } from './load-into.js';
import { LOADING, type Loaded } from './loaded.js';
import { ValueStore } from './value-store.js';

const never = new AbortController().signal;

test('shows what came, keeps it while it asks again, and says what went wrong', async () => {
  const store = new ValueStore<Loaded<number>>(LOADING);
  await loadInto(store, async () => 1, never);
  expect(store.get()).toEqual({ state: 'ready', value: 1 });
  const { promise, reject } = Promise.withResolvers<number>();
  const asking = loadInto(store, () => promise, never);
  expect(store.get()).toEqual({ state: 'loading', value: 1 });
  reject(new Error('nobody there'));
  await asking;
  expect(store.get()).toEqual({ state: 'failed', value: 1, problem: 'nobody there' });
});

test('shows nothing more once it is over', async () => {
  const store = new ValueStore<Loaded<number>>(LOADING);
  const over = new AbortController();
  const asking = loadInto(store, async () => 1, over.signal);
  over.abort();
  await asking;
  expect(store.get()).toEqual(LOADING);
});
