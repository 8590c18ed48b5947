import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { send } from '../test/send.js';
import { TestServer } from '../test/test-server.js';

/** What graphql-cop, the auditor of GraphQL servers, looks for, asked in its words: each of its twelve checks. */

let server: TestServer;
let closed: TestServer;

beforeAll(async () => {
  server = await TestServer.start();
  closed = await TestServer.start({ server: { introspection: false } });
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await closed[Symbol.asyncDispose]();
});

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly json: { data?: unknown; errors?: { message: string; extensions: object }[]; extensions?: unknown };
}

async function ask(body: unknown, at = server): Promise<Answer> {
  return answer(
    await send(`${at.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}

function answer({ status, body }: Awaited<ReturnType<typeof send>>): Answer {
  const text = body.toString();
  return { status, text, json: JSON.parse(text) as Answer['json'] };
}

const times = (count: number, text: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');

it('refuses alias overloading', async () => {
  const { json } = await ask({ query: `query cop { ${times(101, (n) => `alias${n}: __typename`)} }` });
  expect(json.data).toBeUndefined();
  expect(json.errors?.[0]?.message).toMatch(/number of aliases is 101/);
});

it('refuses batches', async () => {
  const { status, json } = await ask(
    Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' })),
  );
  expect(status).toBe(400);
  expect(json).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
});

it('does not answer each of many directives with an error of its own', async () => {
  const { json } = await ask({ query: `query cop { __typename ${times(10, () => '@aa')} }` });
  expect(json.data).toBeUndefined();
  expect(json.errors?.length).toBeLessThanOrEqual(6);
  expect(json.errors?.at(-1)?.message).toMatch(/Too many validation errors/);
});

it('refuses introspection in circles', async () => {
  const query =
    'query cop { __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }';
  const { json } = await ask({ query });
  expect(json.data).toBeUndefined();
  expect(json.errors?.[0]?.message).toMatch(/introspection depth/);
});

it('refuses the same field again and again', async () => {
  const { json } = await ask({ query: `query cop { ${times(300, () => '__typename')} }` });
  expect(json.data).toBeUndefined();
  expect(json.errors?.[0]?.message).toMatch(/number of repetitions is 299/);
});

it.each(['query cop { __typename }', 'mutation cop { __typename }'])('takes no GET of %s', async (query) => {
  const { status, json } = answer(await send(`${server.url}/graphql?query=${encodeURIComponent(query)}`));
  expect([status, json.data]).toEqual([400, undefined]);
});

it('takes no form in the place of JSON', async () => {
  const { status, text } = answer(
    await send(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'query=query%20cop%20%7B__typename%7D',
    }),
  );
  expect(status).toBeGreaterThanOrEqual(400);
  expect(text).not.toContain('"Query"');
});

it('traces nothing', async () => {
  const { json } = await ask({ query: 'query cop { __typename }' });
  expect(json).toEqual({ data: { __typename: 'Query' } });
});

describe('what names there are', () => {
  const query = 'query cop { progras { id } }';

  it('is told where the schema may be read, and not elsewhere', async () => {
    expect((await ask({ query })).text).toContain('Did you mean');
    const { text, json } = await ask({ query }, closed);
    expect(json.errors?.[0]?.message).toBe('Cannot query field "progras" on type "Query".');
    expect(text).not.toContain('Did you mean');
  });

  it('is not told to subscribers either', async () => {
    expect(await subscriptionRefusal(server)).toMatch(/Did you mean "reservationUpdated"/);
    expect(await subscriptionRefusal(closed)).toBe(
      'Cannot query field "reservationUpdate" on type "Subscription".',
    );
  });

  it('is not read by introspection when that is switched off', async () => {
    const introspection = { query: 'query cop { __schema { types { name fields { name } } } }' };
    expect((await ask(introspection)).json.errors).toBeUndefined();
    expect((await ask(introspection, closed)).json.data).toBeUndefined();
  });
});

async function subscriptionRefusal(at: TestServer): Promise<string> {
  const url = `${at.url.replace('http', 'ws')}/graphql`;
  const client: Client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
  try {
    const refused = client.iterate({ query: 'subscription { reservationUpdate }' }).next();
    const errors = (await refused.catch((reason: unknown) => reason)) as { message: string }[];
    return errors[0]?.message ?? '';
  } finally {
    await client.dispose();
  }
}

it.each(['/', '/graphql', '/graphiql', '/playground', '/console'])('has no console at %s', async (path) => {
  const { status, body } = await send(`${server.url}${path}`, { headers: { accept: 'text/html' } });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(JSON.parse(body.toString())).not.toHaveProperty('data');
  expect(body.toString()).not.toMatch(/<(?:html|script)/iu);
});

it('tells no more of an error than what is wrong', async () => {
  const { text, json } = await ask({ query: 'qwerty cop { abc }' });
  expect(json.errors).toEqual([
    {
      message: 'Syntax Error: Unexpected Name "qwerty".',
      locations: [{ line: 1, column: 1 }],
      extensions: { code: 'GRAPHQL_PARSE_FAILED' },
    },
  ]);
  expect(text).not.toMatch(/exception|stacktrace|node_modules/iu);
});
