import { confirmProofs } from '../proof/confirm-proofs.js';
import { rejectProofs } from '../proof/reject-proofs.js';
import { expireReservations } from '../reservation/expire-reservations.js';
import { releaseReservation } from '../reservation/release-reservation.js';
import { renewReservation } from '../reservation/renew-reservation.js';
import { ProvenWorld } from '../test/proven-world.js';
import { type Following, Subscriber } from '../test/subscriber.js';
import { deleteInputGroups } from './delete-input-groups.js';
import { followInputGroup } from './follow-input-group.js';

interface Shown {
  state: string;
  inputUrl: string | null;
}

const QUERY = 'subscription ($id: ID!) { inputGroupUpdated(id: $id) { state inputUrl } }';

let world: ProvenWorld;
let subscriber: Subscriber;

beforeEach(async () => {
  world = await ProvenWorld.make();
  subscriber = new Subscriber(world.server);
});

afterEach(async () => {
  await subscriber[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

/** Follows the group that is reserved first. */
async function followed(by = subscriber): Promise<Following<Shown>> {
  const following = by.follow<Shown>(QUERY, { id: world.groups.a.id });
  expect(await following.next()).toMatchObject({ state: 'AVAILABLE' });
  return following;
}

/** Then the followed one is the next again. */
async function reserveOthers(): Promise<void> {
  for (let n = 0; n < 2; n += 1) await world.reserve('EXECUTE');
}

const state = async (following: Following<Shown>) => (await following.next())?.state;

it('tells the whole life of a group, and ends when it is confirmed', async () => {
  const following = await followed();
  const { token } = await world.reserve('EXECUTE_AND_PROVE');
  expect(await state(following)).toBe('RESERVED');
  await reserveOthers();
  const first = await world.submit(world.groups.a, world.fixture.a.proof, token);
  expect(await state(following)).toBe('PROVEN');
  await rejectProofs(world.owner(), { proofIds: [first.id], reason: 'No' });
  expect(await state(following)).toBe('AVAILABLE');
  const again = await world.reserve('EXECUTE_AND_PROVE');
  expect(await state(following)).toBe('RESERVED');
  const second = await world.submit(world.groups.a, world.fixture.a.proof, again.token);
  expect(await state(following)).toBe('PROVEN');
  await confirmProofs(world.owner(), { proofIds: [second.id] });
  expect([await state(following), await state(following)]).toEqual(['CONFIRMED', undefined]);
});

it('tells of a release and of a deadline that passed, and says nothing of a renewal', async () => {
  const following = await followed();
  const { token } = await world.reserve('EXECUTE');
  expect(await state(following)).toBe('RESERVED');
  await reserveOthers();
  await renewReservation(world.server.context(), { token });
  await releaseReservation(world.server.context(), { token });
  expect(await state(following)).toBe('AVAILABLE');
  await world.reserve('EXECUTE');
  expect(await state(following)).toBe('RESERVED');
  world.server.clock.aheadMs += 60_001;
  await expireReservations(world.server.app.server);
  expect(await state(following)).toBe('AVAILABLE');
});

it('reads a group that changes all the time once a second', async () => {
  const began = performance.now();
  const following = await followInputGroup(world.server.context(), { id: world.groups.a.id });
  expect(await following.next()).toMatchObject({ value: { state: 'AVAILABLE' } });
  await world.reserve('EXECUTE');
  expect(await following.next()).toMatchObject({ done: false });
  // A timer may be a little early.
  expect(performance.now() - began).toBeGreaterThan(990);
  await following.return?.();
});

it('ends when the group is deleted', async () => {
  const following = await followed();
  await deleteInputGroups(world.owner(), { ids: [world.groups.a.id] });
  expect(await following.next()).toBeUndefined();
});

it('shows the file to the owner alone, by the token of the connection', async () => {
  await using owner = new Subscriber(world.server, world.session.basicToken.token);
  const [mine, anyone] = [await followed(owner), await followed()];
  await world.reserve('EXECUTE');
  expect((await mine.next())?.inputUrl).toMatch(/^\/files\//u);
  expect((await anyone.next())?.inputUrl).toBeNull();
});

it('refuses an id that names nothing, with its code', async () => {
  const following = subscriber.follow(QUERY, { id: 'none' });
  await expect(following.next()).rejects.toMatchObject({ code: 'INPUT_GROUP_NOT_FOUND' });
});
