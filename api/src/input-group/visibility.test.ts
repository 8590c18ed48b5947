import { submitExecution } from '../execution/submit-execution.js';
import { releaseReservation } from '../reservation/release-reservation.js';
import { ProvenWorld } from '../test/proven-world.js';
import { newOrganization, source } from '../test/scenario.js';

/** Who sees which links, over GraphQL. */

let world: ProvenWorld;
let holder: string;
let others: string;

const GROUP = `query ($id: ID!) { inputGroup(id: $id) { state inputUrl execution { url } proof { url output } } }`;
const LINK = expect.stringMatching(/^\/files\//);

beforeAll(async () => {
  world = await ProvenWorld.make();
  const lease = await world.reserve('EXECUTE_AND_PROVE');
  holder = lease.token;
  const execution = source(world.fixture.a.execution);
  await submitExecution(world.server.context(), { token: holder, execution });
  others = (await newOrganization(world.server)).basicToken.token;
});

afterAll(() => world[Symbol.asyncDispose]());

function group(token?: string) {
  return world.server.get(GROUP, { id: world.groups.a.id }, { token });
}

it('shows the facts to everybody, the files to the owner', async () => {
  const hidden = { state: 'RESERVED', inputUrl: null, execution: { url: null }, proof: null };
  expect(await group()).toEqual(hidden);
  expect(await group(others)).toEqual(hidden);
  expect(await group('not.a.token')).toEqual(hidden);
  expect(await group(world.session.basicToken.token)).toEqual({
    state: 'RESERVED',
    inputUrl: LINK,
    execution: { url: LINK },
    proof: null,
  });
});

it("shows a group's files to the holder of a live reservation, and not any longer", async () => {
  const query = `query ($token: String!) { reservation(token: $token) {
    token state inputGroup { inputUrl execution { url } } } }`;
  expect(await world.server.get(query, { token: holder })).toEqual({
    token: holder,
    state: 'LIVE',
    inputGroup: { inputUrl: LINK, execution: { url: LINK } },
  });
  world.server.clock.aheadMs = 60_001;
  const expired = { state: 'EXPIRED', inputGroup: { inputUrl: null, execution: { url: null } } };
  expect(await world.server.get(query, { token: holder })).toMatchObject(expired);
  world.server.clock.aheadMs = 0;
});

it('shows the holder of one group nothing of another in the same request', async () => {
  const query = `query ($token: String!, $other: ID!) {
    reservation(token: $token) { id } inputGroup(id: $other) { inputUrl } }`;
  const { data } = await world.server.ask(query, { token: holder, other: world.groups.b.id });
  expect(data).toMatchObject({ inputGroup: { inputUrl: null } });
});

it('takes the sight away in the very answer that ends the lease', async () => {
  const mutation = `mutation ($token: String!) { releaseReservation(token: $token) {
    state inputGroup { state inputUrl } } }`;
  const { token } = await world.reserve('EXECUTE');
  expect(await world.server.get(mutation, { token })).toEqual({
    state: 'RELEASED',
    inputGroup: { state: 'AVAILABLE', inputUrl: null },
  });
});

it('shows a proof to everybody, its file to the owner, and the list of proofs to its owner only', async () => {
  await world.submit(world.groups.b, world.fixture.b.proof);
  const query = `query ($id: ID!) { inputGroup(id: $id) { proof { url output } } }`;
  const ask = (token?: string) => world.server.get(query, { id: world.groups.b.id }, { token });
  const output = [world.groups.b.inputCommitment, '0x26'];
  expect(await ask()).toEqual({ proof: { url: null, output } });
  expect(await ask(others)).toEqual({ proof: { url: null, output } });
  expect(await ask(world.session.basicToken.token)).toEqual({ proof: { url: LINK, output } });
  const list = (token?: string) => world.server.ask('{ proofs { totalCount } }', {}, { token });
  expect((await list()).errors).toMatchObject([{ extensions: { code: 'INVALID_TOKEN' } }]);
  expect((await list(others)).data).toEqual({ proofs: { totalCount: 0 } });
  expect((await list(world.session.basicToken.token)).data).toEqual({ proofs: { totalCount: 1 } });
});

it('counts and filters by the state that counts, whether or not it has been written down', async () => {
  const counts = () =>
    world.server.get<{ groupCounts: Record<string, number> }>(
      `query ($id: ID!) { program(id: $id) {
         groupCounts { available reserved executed proven confirmed failed total } } }`,
      { id: world.program.id },
    );
  const states = async (state: string) => {
    const page = await world.server.get<{ nodes: { state: string; name: string }[]; totalCount: number }>(
      `query ($id: ID!, $s: InputGroupState) { inputGroups(programId: $id, state: $s) {
         totalCount nodes { name state } } }`,
      { id: world.program.id, s: state },
    );
    expect(page.nodes.every((node) => node.state === state)).toBe(true);
    expect(page.totalCount).toBe(page.nodes.length);
    return page.totalCount;
  };
  const { token } = await world.reserve('EXECUTE');
  expect(await counts()).toEqual({
    groupCounts: { available: 0, reserved: 2, executed: 0, proven: 1, confirmed: 0, failed: 0, total: 3 },
  });
  expect([await states('RESERVED'), await states('PROVEN'), await states('AVAILABLE')]).toEqual([2, 1, 0]);
  world.server.clock.aheadMs = 60_001;
  expect(await counts()).toEqual({
    groupCounts: { available: 1, reserved: 0, executed: 1, proven: 1, confirmed: 0, failed: 0, total: 3 },
  });
  expect([await states('RESERVED'), await states('EXECUTED'), await states('AVAILABLE')]).toEqual([0, 1, 1]);
  world.server.clock.aheadMs = 0;
  await releaseReservation(world.server.context(), { token });
});
