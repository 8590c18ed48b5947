import { type RunningApi, startApi, waitUntil } from '@cairn/tui-kit/test';
import { GraphqlClient } from './graphql-client.js';
import type { GraphqlDocument } from './graphql-document.js';
import type { ConnectionState } from './subscribe.js';

type Variables = { token: string };

const UPDATES: GraphqlDocument<{ reservationUpdated: { state: string } }, Variables> = {
  toString: () => 'subscription($token: String!) { reservationUpdated(token: $token) { state } }',
};
const NONSENSE: GraphqlDocument<{ nonsense: number }, Record<string, never>> = {
  toString: () => 'subscription { nonsense }',
};

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
}

let api: RunningApi;

beforeAll(async () => {
  api = await startApi();
});

afterAll(() => api.stop());

test("tells the server's refusal", async () => {
  const client = new GraphqlClient({ serverUrl: api.url });
  await expect(all(client.subscribe(UPDATES, { token: 'unknown' }))).rejects.toMatchObject({
    name: 'ServerRefusedError',
    code: 'RESERVATION_NOT_FOUND',
  });
  await expect(all(client.subscribe(NONSENSE, {}))).rejects.toMatchObject({
    name: 'UnexpectedAnswerError',
  });
});

test('ends without a word when it is told to, even before it began', async () => {
  const client = new GraphqlClient({ serverUrl: api.url });
  expect(await all(client.subscribe(UPDATES, { token: 'x' }, { signal: AbortSignal.abort() }))).toEqual([]);
});

test('tries again until the server is there, and stops when it is told to', async () => {
  const { port, dataDir, url } = api;
  await api.kill();
  const states: ConnectionState[] = [];
  const controller = new AbortController();
  const options = { signal: controller.signal, maxRetryDelayMs: 50, onConnection: states.push.bind(states) };
  const client = new GraphqlClient({ serverUrl: url });
  const answers = all(client.subscribe(UPDATES, { token: 'unknown' }, options));
  await waitUntil(() => states.filter((state) => state === 'connecting').length > 2);
  const restarted = await startApi({ port, dataDir });
  try {
    await expect(answers).rejects.toMatchObject({ code: 'RESERVATION_NOT_FOUND' });
    expect(states).toContain('connected');
  } finally {
    await restarted.stop();
  }
  const givenUp = all(client.subscribe(UPDATES, { token: 'unknown' }, options));
  controller.abort();
  expect(await givenUp).toEqual([]);
});
