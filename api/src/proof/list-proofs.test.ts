import { jest } from '@jest/globals';
import { dialectOf } from '../database/dialect.js';
import { insertOrganization, insertProgram, insertProof } from '../test/rows.js';
import { newOrganization } from '../test/scenario.js';
import { TestServer, WITHOUT_HOUSEKEEPING } from '../test/test-server.js';
import { confirmProofs } from './confirm-proofs.js';
import { listProofs, type ProofsWanted } from './list-proofs.js';
import { mendOwners } from './mend-owners.js';
import { Proof } from './proof.entity.js';
import { ProofFeed } from './proof-feed.js';
import { rejectProofs } from './reject-proofs.js';

let server: TestServer;
let session: Awaited<ReturnType<typeof newOrganization>>;
/** Of two programs, one after the other in turns. */
let proofs: string[];
let program: string;

beforeEach(async () => {
  server = await TestServer.start({ parts: WITHOUT_HOUSEKEEPING });
  session = await newOrganization(server, 'owner');
  const one = await insertProgram(server, session.organization.id, 'one', 3);
  const two = await insertProgram(server, session.organization.id, 'two', 3);
  const others = await insertProgram(server, await insertOrganization(server, 'other'), 'others', 3);
  program = one.id;
  proofs = [];
  for (let n = 0; n < 3; n += 1) {
    for (const { id, groups } of [one, two, others]) {
      const proof = await insertProof(server, id, groups[n] ?? '', ['0x2']);
      if (id !== others.id) proofs.push(proof);
      server.clock.aheadMs += 1;
    }
  }
});

afterEach(() => server[Symbol.asyncDispose]());

const owner = () => server.context({ ownerToken: session.basicToken.token });

/** The numbers of the proofs that are listed, and how many there are by what is told. */
async function listed(wanted: ProofsWanted): Promise<[numbers: number[], total: number]> {
  const { nodes, totalCount } = await listProofs(owner(), wanted);
  return [nodes.map(({ id }) => proofs.indexOf(id)), await totalCount];
}

async function decided(): Promise<void> {
  await confirmProofs(owner(), { proofIds: [proofs[1] ?? ''] });
  await rejectProofs(owner(), { proofIds: [proofs[2] ?? '', proofs[4] ?? ''], reason: 'No' });
}

it("lists an organization's proofs of all its programs, and nobody else's, in their order", async () => {
  await decided();
  expect(await listed({})).toEqual([[0, 1, 2, 3, 4, 5], 6]);
  expect(await listed({ order: 'NEWEST', first: 2 })).toEqual([[5, 4], 6]);
  expect(await listed({ after: (await listProofs(owner(), { first: 4 })).pageInfo.endCursor ?? '' })).toEqual(
    [[4, 5], 6],
  );
  expect(await listed({ state: 'SUBMITTED' })).toEqual([[0, 3, 5], 3]);
  expect(await listed({ state: 'CONFIRMED' })).toEqual([[1], 1]);
  expect(await listed({ state: 'REJECTED' })).toEqual([[2, 4], 2]);
  expect(await listed({ programId: program })).toEqual([[0, 2, 4], 3]);
  expect(await listed({ programId: program, state: 'REJECTED' })).toEqual([[2, 4], 2]);
});

/** How the database reads for the statements about proofs that this sends. */
async function planOf(work: () => Promise<unknown>): Promise<string> {
  const { em } = server.context();
  const execute = jest.spyOn(server.app.server.database.em.getConnection(), 'execute');
  await work();
  const sent = execute.mock.calls.filter(([sql]) => String(sql).includes('from `proof`'));
  execute.mockRestore();
  expect(sent).toHaveLength(1);
  const [[sql, params] = []] = sent;
  const explain = dialectOf(em) === 'sqlite' ? 'explain query plan' : 'explain';
  return JSON.stringify(await em.execute(`${explain} ${String(sql)}`, Object.values(params ?? [])));
}

it('reads them in the order of an index, whatever others have', async () => {
  const state = 'SUBMITTED' as const;
  const feed = new ProofFeed(owner(), session.organization.id, undefined);
  for (const [index, work] of [
    ['proof_inbox', () => listProofs(owner(), { state })],
    ['proof_inbox', () => listProofs(owner(), { state, order: 'NEWEST' })],
    ['proof_feed', () => listProofs(owner(), {})],
    ['proof_feed', () => feed.skip(new Date())],
  ] as const) {
    const plan = await planOf(work);
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/filesort|TEMP B-TREE/u);
  }
});

it('finds those again that an old server has written, once they are mended', async () => {
  const { em } = server.context();
  await em.nativeUpdate(Proof, { id: { $in: [proofs[1] ?? '', proofs[3] ?? ''] } }, { organizationId: '' });
  expect((await listed({}))[0]).toEqual([0, 2, 4, 5]);
  await mendOwners(server.app.server);
  expect((await listed({}))[0]).toEqual([0, 1, 2, 3, 4, 5]);
});
