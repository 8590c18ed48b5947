import { insertProgram, insertProof } from '../test/rows.js';
import { newOrganization } from '../test/scenario.js';
import { TestServer } from '../test/test-server.js';

/** 3 MB as JSON: two of them fit in one answer. */
const LONG = Array.from({ length: 44_000 }, () => `0x${'7'.repeat(63)}`);
const SHORT = ['0x2', '0x6'];

let server: TestServer;
let token: string;

beforeAll(async () => {
  server = await TestServer.start();
});

afterAll(() => server[Symbol.asyncDispose]());

/** Proofs of a new organization, one for each output; returns their ids. */
async function prove(outputs: readonly string[][]): Promise<string[]> {
  const session = await newOrganization(server);
  token = session.basicToken.token;
  const { id, groups } = await insertProgram(server, session.organization.id, 'program', outputs.length);
  const ids = [];
  for (const [n, output] of outputs.entries())
    ids.push(await insertProof(server, id, groups[n] ?? '', output));
  return ids;
}

const ask = (query: string, variables = {}) => server.ask(query, variables, { token });

describe('outputs that are long', () => {
  let ids: string[];

  beforeAll(async () => {
    ids = await prove([LONG, LONG, LONG, SHORT]);
  });

  it('are refused beyond what one answer may hold, and all can be read by asking for fewer', async () => {
    const read = (first: number, after?: string) =>
      ask(
        'query ($first: Int!, $after: String) { proofs(first: $first, after: $after) { nodes { id output } pageInfo { endCursor } } }',
        { first, after },
      );
    const [tooMany, fits] = [await read(3), await read(2)];
    expect(tooMany.data).toBeNull();
    expect(tooMany.errors).toMatchObject([
      { extensions: { code: 'ANSWER_TOO_LARGE', help: expect.stringContaining('smaller `first`') } },
    ]);
    const page = fits.data?.proofs as { nodes: unknown[]; pageInfo: { endCursor: string } };
    expect(page.nodes).toEqual(ids.slice(0, 2).map((id) => ({ id, output: LONG })));
    const rest = await read(50, page.pageInfo.endCursor);
    expect(rest.data?.proofs).toMatchObject({ nodes: [{ output: LONG }, { id: ids[3], output: SHORT }] });
  });

  it('are no trouble to who does not ask for them', async () => {
    const { data } = await ask('{ proofs(first: 50) { nodes { id } } }');
    expect(data).toEqual({ proofs: { nodes: ids.map((id) => ({ id })) } });
  });

  it('count as often as they are shown', async () => {
    const { errors } = await ask(`{ proof(id: "${ids[0]}") { a: output b: output c: output } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'ANSWER_TOO_LARGE' } }]);
  });

  it('do not keep a decision from being told', async () => {
    const { data, errors } = await ask(
      'mutation ($ids: [ID!]!) { confirmProofs(input: { proofIds: $ids }) { proofId proof { state output } error { code } } }',
      { ids },
    );
    expect(errors).toMatchObject([
      { extensions: { code: 'ANSWER_TOO_LARGE' }, path: ['confirmProofs', 2, 'proof', 'output'] },
    ]);
    const proof = (output: string[]) => ({ state: 'CONFIRMED', output });
    expect(data?.confirmProofs).toEqual([
      { proofId: ids[0], proof: proof(LONG), error: null },
      { proofId: ids[1], proof: proof(LONG), error: null },
      { proofId: ids[2], proof: null, error: null },
      { proofId: ids[3], proof: proof(SHORT), error: null },
    ]);
    const { data: third } = await ask(`{ proof(id: "${ids[2]}") { state output } }`);
    expect(third).toEqual({ proof: proof(LONG) });
  });
});

it('shows the outputs of five hundred proofs that are confirmed at once', async () => {
  const ids = await prove(Array.from({ length: 500 }, () => SHORT));
  const { data, errors } = await ask(
    'mutation ($ids: [ID!]!) { confirmProofs(input: { proofIds: $ids }) { proof { output } } }',
    { ids },
  );
  expect(errors).toEqual([]);
  expect(data?.confirmProofs).toEqual(ids.map(() => ({ proof: { output: SHORT } })));
});
