import { createApiToken } from '../api-token/create-api-token.js';
import { InputGroup } from '../input-group/input-group.entity.js';
import { ProvenWorld } from '../test/proven-world.js';
import { newOrganization } from '../test/scenario.js';
import { sha256 } from '../test/sha256.js';
import { deleteAccount } from './delete-account.js';
import { login } from './login.js';
import { Organization } from './organization.entity.js';
import { requireOwner } from './require-owner.js';

let world: ProvenWorld;

beforeEach(async () => {
  world = await ProvenWorld.make();
});

afterEach(() => world[Symbol.asyncDispose]());

const LOSS = { programs: 1, inputGroups: 3, waitingProofs: 1, confirmedProofs: 0, liveReservations: 1 };

function erase(password: string, dryRun?: boolean) {
  return deleteAccount(world.owner(), { password, ...(dryRun === undefined ? {} : { dryRun }) });
}

it('only tells what would be lost when it is only asked', async () => {
  await world.submit(world.groups.b, world.fixture.b.proof);
  await world.reserve('EXECUTE');
  expect(await erase('correct horse', true)).toEqual({ ...LOSS, deleted: false });
  expect(await world.server.context().em.count(Organization, {})).toBe(1);
  expect(await requireOwner(world.owner(), 'session')).toBeDefined();
});

it('takes everything, ends every way in, tells the donors and says what was lost', async () => {
  const proof = await world.submit(world.groups.b, world.fixture.b.proof);
  const lease = await world.reserve('EXECUTE');
  const { token: apiToken } = await createApiToken(world.owner(), { name: 'x', scopes: ['proofs:read'] });
  const stranger = await newOrganization(world.server, 'stranger');
  const told: string[] = [];
  const { events } = world.server.app.server;
  const { changed } = events;
  events.changed = (what, id) => void told.push(`${what} ${id}`);
  const groups = await world.server.context().em.find(InputGroup, {});
  expect(await erase('correct horse')).toEqual({ ...LOSS, deleted: true });
  events.changed = changed;
  const watched = groups.map(({ id }) => `inputGroup ${id}`);
  expect(told.toSorted()).toEqual([...watched.toSorted(), `reservation ${lease.id}`]);
  for (const basicToken of [world.session.basicToken.token, apiToken])
    await expect(
      requireOwner(world.server.context({ ownerToken: basicToken }), 'proofs:read'),
    ).rejects.toMatchObject({
      code: 'INVALID_TOKEN',
    });
  const { username } = world.session.organization;
  await expect(login(world.server.context(), { username, password: 'correct horse' })).rejects.toMatchObject({
    code: 'WRONG_CREDENTIALS',
  });
  for (const file of [proof.sha256, sha256(world.fixture.builtArchive)])
    expect(await world.has(file)).toBe(false);
  const { em } = world.server.context();
  expect(await em.find(Organization, {})).toMatchObject([{ id: stranger.organization.id }]);
  for (const table of ['program', 'input_group', 'proof', 'reservation', 'api_token'])
    expect(await em.execute(`select * from ${table}`)).toEqual([]);
});

it('needs the password', async () => {
  await expect(erase('wrong horse')).rejects.toMatchObject({ code: 'WRONG_CREDENTIALS' });
  expect(await world.server.context().em.count(Organization, {})).toBe(1);
});
