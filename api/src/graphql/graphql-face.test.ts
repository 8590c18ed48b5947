import { getIntrospectionQuery } from 'graphql';
import type { Organization } from '../account/organization.entity.js';
import { TestFile } from '../test/graphql-caller.js';
import { newOrganization } from '../test/scenario.js';
import { send } from '../test/send.js';
import { TestServer } from '../test/test-server.js';
import { QUERY_LIMITS } from './query-limits.js';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start();
});

afterAll(() => server[Symbol.asyncDispose]());

function post(body: string, headers: Record<string, string> = {}) {
  const json = { 'content-type': 'application/json', ...headers };
  return send(`${server.url}/graphql`, { method: 'POST', body, headers: json });
}

async function refusal(query: string, variables: Record<string, unknown> = {}) {
  const { errors } = await server.ask(query, variables);
  return errors.map(({ message, extensions }) => ({ message, extensions }));
}

describe('errors', () => {
  it('carry the code of the table, and what to do', async () => {
    expect(await refusal('mutation { renewReservation(token: "x") { id } }')).toEqual([
      {
        message: 'No reservation has this token.',
        extensions: {
          code: 'RESERVATION_NOT_FOUND',
          help: 'Use the token from the answer to reserveInputGroup, or reserve again.',
        },
      },
    ]);
  });

  it('carry the facts that a client acts upon', async () => {
    const input = { username: '', password: 'correct horse', name: 'x', description: '' };
    const [error] = await refusal(
      'mutation ($i: RegisterInput!) { register(input: $i) { organization { id } } }',
      {
        i: input,
      },
    );
    expect(error?.extensions).toEqual({
      code: 'INVALID_REQUEST',
      field: 'username',
      found: '0 characters',
      expected: '1 to 100 characters',
    });
  });

  it('hide a defect, and log it whole', async () => {
    const { clock } = server;
    const { now } = clock;
    clock.now = () => Promise.reject(new Error('the disk said /secret/path'));
    const errors = await refusal('{ serverInfo { serverTime } }');
    clock.now = now;
    expect(errors).toEqual([
      {
        message: 'The server made a mistake.',
        extensions: {
          code: 'INTERNAL_SERVER_ERROR',
          help: expect.stringMatching(/some of it may be done, and try again/),
        },
      },
    ]);
    const [defect] = server.logged.map((line) => JSON.parse(line)).filter(({ level }) => level === 50);
    expect(defect).toMatchObject({
      msg: 'defect in a resolver',
      reqId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      path: ['serverInfo', 'serverTime'],
      err: { message: 'the disk said /secret/path' },
    });
  });

  it.each([
    ['a query that is none', '{', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a bad literal', '{ program(id: {}) { id } }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('name %s', async (_what, query, code) => {
    expect(await refusal(query)).toMatchObject([{ extensions: { code } }]);
  });

  it('name a bad variable', async () => {
    const [error] = await refusal('query ($n: Int) { programs(first: $n) { totalCount } }', { n: 'many' });
    expect(error).toMatchObject({ extensions: { code: 'INVALID_REQUEST' } });
  });
});

describe('bounds', () => {
  const deep = (depth: number) => `{ me { ${'a { '.repeat(depth)} id ${'}'.repeat(depth)} } }`;

  const wide = (alias: string) => `${alias}: programs(first: 50) { nodes { ${'id '.repeat(40)} } }`;

  it.each([
    ['depth', deep(QUERY_LIMITS.depth)],
    ['directives', `{ me { ${'id @include(if: true) '.repeat(21)} } }`],
    ['repetitions', `{ me { ${'id '.repeat(22)} } }`],
    ['aliases', `{ ${Array.from({ length: 31 }, (_, n) => `a${n}: me { id }`).join(' ')} }`],
    ['cost', `{ ${Array.from({ length: 12 }, (_, n) => wide(`a${n}`)).join(' ')} }`],
  ])('refuses too much %s, with the bound', async (what, query) => {
    const errors = await refusal(query);
    expect(errors.map(({ message }) => message).join('\n')).toMatch(
      new RegExp(`query's (number of )?${what} is \\d+, at most \\d+`),
    );
  });

  it('follows fragments, and is not caught by circles of them', async () => {
    const query = `{ me { ...A } } fragment A on Organization { ...B } fragment B on Organization { id ...A }`;
    expect(await refusal(query)).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });

  it('refuses too many words', async () => {
    expect(await refusal(`{ ${'id '.repeat(QUERY_LIMITS.tokens)} }`)).toMatchObject([
      { message: expect.stringContaining('tokens') },
    ]);
  });

  it('refuses batches and large bodies', async () => {
    expect((await post('[{"query":"{ me { id } }"}]')).status).toBe(400);
    const large = await post(JSON.stringify({ query: `{ me { id } } # ${'x'.repeat(2 ** 20)}` }));
    expect(large.status).toBe(413);
    expect(JSON.parse(large.body.toString())).toMatchObject({
      errors: [{ extensions: { code: 'FILE_TOO_LARGE' } }],
    });
  });

  it('lets the whole introspection query through', async () => {
    expect((await server.ask(getIntrospectionQuery())).errors).toEqual([]);
  });

  it('answers no introspection when it is switched off', async () => {
    await using closed = await TestServer.start({ server: { introspection: false } });
    expect((await closed.ask(getIntrospectionQuery())).errors[0]?.extensions).toMatchObject({
      code: 'GRAPHQL_VALIDATION_FAILED',
    });
    expect((await closed.ask('{ serverInfo { version } }')).errors).toEqual([]);
  });
});

describe('cross-site requests', () => {
  it('are refused when a page could send them without asking', async () => {
    const query = JSON.stringify({ query: '{ serverInfo { version } }' });
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const { status } = await post(query, { 'content-type': type });
      expect([400, 415]).toContain(status);
    }
    const url = `${server.url}/graphql?query=${encodeURIComponent('{ serverInfo { version } }')}`;
    expect((await send(url)).status).toBe(400);
    expect((await send(url, { headers: { 'apollo-require-preflight': 'true' } })).status).toBe(200);
  });

  it('never change anything by GET', async () => {
    const url = `${server.url}/graphql?query=${encodeURIComponent('mutation { renewReservation(token: "x") { id } }')}`;
    const headers = { 'apollo-require-preflight': 'true' };
    expect((await send(url, { headers })).status).toBe(405);
  });
});

describe('uploads', () => {
  const UPLOAD = 'mutation ($i: UploadProgramInput!) { uploadProgram(input: $i) { id } }';
  const input = (archive: unknown) => ({ i: { name: 'x', description: '', leaseSeconds: 60, archive } });

  it('are refused before they are read when nobody is logged in, and the server goes on', async () => {
    const large = new TestFile(Buffer.alloc(900_000));
    const { errors } = await server.ask(UPLOAD, input(large));
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_TOKEN' } }]);
    expect((await server.ask('{ serverInfo { version } }')).errors).toEqual([]);
  });

  it('are refused when they are larger than allowed', async () => {
    const { basicToken } = await newOrganization(server);
    const large = new TestFile(Buffer.alloc(server.app.server.config.limits.archiveBytes + 1));
    const { errors } = await server.ask(UPLOAD, input(large), { token: basicToken.token });
    expect(errors).toMatchObject([{ extensions: { code: 'FILE_TOO_LARGE' } }]);
  });

  it.each([
    ['no parts', 'x'],
    ['no map', '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--\r\n'],
    ['a map that comes first', '--x\r\ncontent-disposition: form-data; name="map"\r\n\r\n{}\r\n--x--\r\n'],
  ])('with %s are told what is expected', async (_what, body) => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'apollo-require-preflight': 'true' };
    const received = await post(body, headers);
    expect(received.status).toBeGreaterThanOrEqual(400);
    expect(received.status).toBeLessThan(500);
    expect(JSON.parse(received.body.toString())).toMatchObject({
      errors: [{ extensions: { code: 'INVALID_REQUEST' } }],
    });
  });

  it('must be uploads, not texts', async () => {
    const [error] = await refusal(UPLOAD, input('text'));
    expect(error).toMatchObject({ extensions: { code: 'INVALID_REQUEST' } });
  });
});

describe('lists', () => {
  it('come in pages that join without gap or double', async () => {
    const names: string[] = [];
    for (let n = 0; n < 5; n += 1) names.push((await newOrganization(server, `page ${n}`)).organization.name);
    const query = `query ($after: String) { organizations(first: 2, after: $after, namePrefix: "PAGE ") {
      totalCount edges { cursor node { name } } nodes { name }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
    interface Page {
      totalCount: number;
      nodes: Pick<Organization, 'name'>[];
      edges: { cursor: string }[];
      pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
    }
    const read: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = await server.get<Page>(query, { after });
      expect(page).toMatchObject({ totalCount: 5, pageInfo: { hasPreviousPage: after !== null } });
      expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor);
      read.push(...page.nodes.map(({ name }) => name));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(read).toEqual(names);
  });

  it('come with the newest first where that is asked for, and stay so while rows come and go', async () => {
    const names: string[] = [];
    for (let n = 0; n < 5; n += 1) names.push((await newOrganization(server, `turn ${n}`)).organization.name);
    const query = `query ($after: String) { organizations(first: 2, after: $after, namePrefix: "turn", order: NEWEST) {
      totalCount nodes { name } pageInfo { hasNextPage hasPreviousPage endCursor } } }`;
    interface Page {
      nodes: { name: string }[];
      pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
    }
    const read: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = await server.get<Page>(query, { after });
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      read.push(...page.nodes.map(({ name }) => name));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      await newOrganization(server, `turn later ${read.length}`);
    } while (after !== null);
    expect(read).toEqual(names.toReversed());
  });

  it('are empty without a fuss', async () => {
    expect(
      await server.get(
        '{ organizations(namePrefix: "nobody") { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
      ),
    ).toEqual({
      totalCount: 0,
      nodes: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  it.each(['first: 0', 'first: 51', 'first: -1', 'after: "x"', 'after: "\u0000"'])(
    'refuses %s',
    async (argument) => {
      expect(await refusal(`{ programs(${argument}) { totalCount } }`)).toMatchObject([
        { extensions: { code: 'INVALID_REQUEST' } },
      ]);
    },
  );

  it('takes wildcards in a prefix as they stand', async () => {
    await newOrganization(server, '100% sure');
    await newOrganization(server, '100 others');
    const count = (prefix: string) =>
      server.get('query ($p: String) { organizations(namePrefix: $p) { totalCount } }', { p: prefix });
    expect(await count('100%')).toEqual({ totalCount: 1 });
    expect(await count('%')).toEqual({ totalCount: 0 });
    expect(await count('_00')).toEqual({ totalCount: 0 });
  });
});

it('keeps secrets out of the log', async () => {
  await send(`${server.url}/files/not-for-the-log`);
  for (const method of ['HEAD', 'PATCH']) await send(`${server.url}/uploads/not-for-the-log`, { method });
  await send(`${server.url}/program/all?token=not-for-the-log`);
  expect(server.logged.join('')).not.toContain('not-for-the-log');
  for (const path of ['/files/…', '/uploads/…']) expect(server.logged.join('')).toContain(path);
});
