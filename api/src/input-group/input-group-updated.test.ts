import { confirmProofs } from '../proof/confirm-proofs.js';
import { rejectProofs } from '../proof/reject-proofs.js';
import { expireReservations } from '../reservation/expire-reservations.js';
import { releaseReservation } from '../reservation/release-reservation.js';
import { renewReservation } from '../reservation/renew-reservation.js';
import { followedWorld } from '../test/followed-world.js';
import { type Following, Subscriber } from '../test/subscriber.js';
import { deleteInputGroups } from './delete-input-groups.js';
import { followInputGroup } from './follow-input-group.js';

interface Shown {
  state: string;
  inputUrl: string | null;
}

const QUERY = 'subscription ($id: ID!) { inputGroupUpdated(id: $id) { state inputUrl } }';

const here = followedWorld();

/** Follows the group that is reserved first. */
async function followed(by = here.subscriber): Promise<Following<Shown>> {
  const following = by.follow<Shown>(QUERY, { id: here.world.groups.a.id });
  expect(await following.next()).toMatchObject({ state: 'AVAILABLE' });
  return following;
}

/** Then the followed one is the next again. */
async function reserveOthers(): Promise<void> {
  for (let n = 0; n < 2; n += 1) await here.world.reserve('EXECUTE');
}

const state = async (following: Following<Shown>) => (await following.next())?.state;

it('tells the whole life of a group, and ends when it is confirmed', async () => {
  const following = await followed();
  const { token } = await here.world.reserve('EXECUTE_AND_PROVE');
  expect(await state(following)).toBe('RESERVED');
  await reserveOthers();
  const first = await here.world.submit(here.world.groups.a, here.world.fixture.a.proof, token);
  expect(await state(following)).toBe('PROVEN');
  await rejectProofs(here.world.owner(), { proofIds: [first.id], reason: 'No' });
  expect(await state(following)).toBe('AVAILABLE');
  const again = await here.world.reserve('EXECUTE_AND_PROVE');
  expect(await state(following)).toBe('RESERVED');
  const second = await here.world.submit(here.world.groups.a, here.world.fixture.a.proof, again.token);
  expect(await state(following)).toBe('PROVEN');
  await confirmProofs(here.world.owner(), { proofIds: [second.id] });
  expect([await state(following), await state(following)]).toEqual(['CONFIRMED', undefined]);
});

it('tells of a release and of a deadline that passed, and says nothing of a renewal', async () => {
  const following = await followed();
  const { token } = await here.world.reserve('EXECUTE');
  expect(await state(following)).toBe('RESERVED');
  await reserveOthers();
  await renewReservation(here.world.server.context(), { token });
  await releaseReservation(here.world.server.context(), { token });
  expect(await state(following)).toBe('AVAILABLE');
  await here.world.reserve('EXECUTE');
  expect(await state(following)).toBe('RESERVED');
  here.world.server.clock.aheadMs += 60_001;
  await expireReservations(here.world.server.app.server);
  expect(await state(following)).toBe('AVAILABLE');
});

it('reads a group that changes all the time once a second', async () => {
  const began = performance.now();
  const following = await followInputGroup(here.world.server.context(), { id: here.world.groups.a.id });
  expect(await following.next()).toMatchObject({ value: { state: 'AVAILABLE' } });
  await here.world.reserve('EXECUTE');
  expect(await following.next()).toMatchObject({ done: false });
  // A timer may be a little early.
  expect(performance.now() - began).toBeGreaterThan(990);
  await following.return?.();
});

it('ends when the group is deleted', async () => {
  const following = await followed();
  await deleteInputGroups(here.world.owner(), { ids: [here.world.groups.a.id] });
  expect(await following.next()).toBeUndefined();
});

it('shows the file to the owner alone, by the token of the connection', async () => {
  await using owner = new Subscriber(here.world.server, here.world.session.basicToken.token);
  const [mine, anyone] = [await followed(owner), await followed()];
  await here.world.reserve('EXECUTE');
  expect((await mine.next())?.inputUrl).toMatch(/^\/files\//u);
  expect((await anyone.next())?.inputUrl).toBeNull();
});

it('refuses an id that names nothing, with its code', async () => {
  const following = here.subscriber.follow(QUERY, { id: 'none' });
  await expect(following.next()).rejects.toMatchObject({ code: 'INPUT_GROUP_NOT_FOUND' });
});
