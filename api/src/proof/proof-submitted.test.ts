import { jest } from '@jest/globals';
import { EntityManager, LockWaitTimeoutException } from '@mikro-orm/core';
import { logout } from '../account/logout.js';
import type { Session } from '../account/session.types.js';
import { createApiToken } from '../api-token/create-api-token.js';
import { revokeApiToken } from '../api-token/revoke-api-token.js';
import { firstIdAt, timeOfId } from '../database/new-id.js';
import { FollowFailure } from '../events/follow.js';
import { makeCursor } from '../pagination/cursor.js';
import type { Program } from '../program/program.entity.js';
import { followedWorld } from '../test/followed-world.js';
import { addGroups, newOrganization, publishSample } from '../test/scenario.js';
import { Subscriber } from '../test/subscriber.js';
import { followProofs } from './follow-proofs.js';
import { Proof } from './proof.entity.js';
import { ProofFeed } from './proof-feed.js';

const QUERY = `subscription ($programId: ID, $after: String) {
  proofSubmitted(programId: $programId, after: $after) { cursor node { id state inputGroup { name } } } }`;

interface Told {
  cursor: string;
  node: { id: string; state: string; inputGroup: { name: string } };
}

const here = followedWorld('owner');

const follow = (variables: { programId?: string; after?: string } = {}, by = here.subscriber) =>
  by.follow<Told>(QUERY, variables);

/** A cursor before everything. */
const START = makeCursor(firstIdAt(new Date(0)));

const submitted = (group: 'a' | 'b') =>
  here.world.submit(here.world.groups[group], here.world.fixture[group].proof);

it('tells each new proof once, and none that was there before', async () => {
  await submitted('a');
  const following = follow();
  const told = following.next();
  await watched();
  const { id } = await submitted('b');
  expect(await told).toMatchObject({ node: { id, state: 'SUBMITTED', inputGroup: { name: 'group 2' } } });
});

/** Until the server has read what was there before. */
async function watched(): Promise<void> {
  const { metrics } = here.world.server.app.server;
  for (;;) {
    const text = await metrics.registry.getSingleMetricAsString('cairn_operations_total');
    if (text.includes('operation="proofSubmitted",outcome="ok"')) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

it('goes on after a cursor, by a list or by what was told, and misses nothing in between', async () => {
  const [first, second] = [await submitted('a'), await submitted('b')];
  const all = follow({ after: START });
  expect([(await all.next())?.node.id, (await all.next())?.node.id]).toEqual([first.id, second.id]);
  await all.end();
  const page = await here.world.server.get<{ pageInfo: { endCursor: string } }>(
    '{ proofs(first: 1) { pageInfo { endCursor } } }',
    {},
    { token: here.world.session.basicToken.token },
  );
  const rest = follow({ after: page.pageInfo.endCursor });
  expect((await rest.next())?.node.id).toBe(second.id);
});

it('tells a proof that became readable long after a later one', async () => {
  const { id } = await submitted('b');
  const following = follow({ after: START });
  expect((await following.next())?.node.id).toBe(id);
  const { em } = here.world.server.context();
  const proof = await em.findOneOrFail(Proof, id);
  const late = firstIdAt(new Date(proof.submittedAt.getTime() - 50_000));
  await em.execute('update proof set id = ? where id = ?', [late, id]);
  here.world.server.app.server.events.changed('proofs', here.world.session.organization.id);
  expect((await following.next())?.node.id).toBe(late);
});

it('reads on over many pages', async () => {
  const { id } = await submitted('b');
  const ids = await older(id, 250);
  const following = follow({ after: START });
  const seen = [];
  for (let n = 0; n < 251; n += 1) seen.push((await following.next())?.node.id);
  expect(seen).toEqual([...ids, id]);
});

/** As many copies of a proof, all of them older than all others; returns their ids. */
async function older(id: string, count: number): Promise<string[]> {
  const { em } = here.world.server.context();
  const row = await em.findOneOrFail(Proof, id, { populate: ['output'], disableIdentityMap: true });
  const ids = Array.from({ length: count }, (_, n) => firstIdAt(new Date(1000 + n)));
  for (const copy of ids) await em.insert(Proof, { ...row, id: copy, sha256: copy.padEnd(64, '0') });
  return ids;
}

it('keeps in mind no more of a long history than may come again', async () => {
  const { id } = await submitted('b');
  await older(id, 150);
  const feed = new ProofFeed(here.world.owner(), here.world.session.organization.id, undefined);
  feed.resume(firstIdAt(new Date(0)));
  let most = 0;
  for await (const _ of feed.news()) most = Math.max(most, feed.remembered);
  expect(most).toBeLessThanOrEqual(2);
  expect(feed.remembered).toBe(1);
});

it('asks for the token again for each page of a long history', async () => {
  const { id } = await submitted('b');
  await older(id, 150);
  const following = await followProofs(here.world.owner(), { after: START });
  await following.next();
  await logout(here.world.owner(), { refreshTokenId: here.world.session.refreshToken.id });
  let told = 1;
  for await (const one of { [Symbol.asyncIterator]: () => following }) {
    if (one instanceof FollowFailure) expect(one.error).toMatchObject({ code: 'INVALID_TOKEN' });
    else told += 1;
  }
  expect(told).toBe(100);
});

it('has a proof whose transaction had to begin anew take its id from the last beginning', async () => {
  const ctx = here.world.server.context();
  const { insertMany } = EntityManager.prototype;
  let attempts = 0;
  const spy = jest.spyOn(EntityManager.prototype, 'insertMany').mockImplementation(function (
    this: EntityManager,
    ...given: Parameters<typeof insertMany>
  ) {
    if (given[0] === Proof) attempts += 1;
    if (given[0] !== Proof || attempts > 1) return insertMany.apply(this, given);
    here.world.server.clock.aheadMs += 50_000;
    return Promise.reject(new LockWaitTimeoutException(new Error('It waited for a lock.')));
  } as typeof insertMany);
  const began = await here.world.server.clock.now(ctx.em);
  const { id } = await submitted('a').finally(() => spy.mockRestore());
  expect(attempts).toBe(2);
  expect(timeOfId(id).getTime()).toBeGreaterThanOrEqual(began.getTime() + 50_000);
});

it('tells an organization its own alone, and of one program when asked', async () => {
  const other = await newOrganization(here.world.server);
  await using stranger = new Subscriber(here.world.server, other.basicToken.token);
  const second = await publishSample(here.world.server, here.world.session, 'Other sums');
  await submitted('a');
  const strange = follow({ programId: here.world.program.id, after: START }, stranger);
  await expect(strange.next()).rejects.toMatchObject({ code: 'PROGRAM_NOT_FOUND' });
  const theirs = await publishSample(here.world.server, other, 'Their sums');
  // The first that each hears of is its own, though another's is older.
  const heard = async (owner: Session, program: Program, following: ReturnType<typeof follow>) => {
    const [group] = await addGroups(here.world.server, owner, program, [here.world.fixture.a.csv]);
    if (group === undefined) throw new Error('The group was not added.');
    const { id } = await here.world.submit(group, here.world.fixture.a.proof);
    expect((await following.next())?.node.id).toBe(id);
  };
  await heard(other, theirs, follow({ after: START }, stranger));
  await heard(here.world.session, second, follow({ programId: second.id, after: START }));
});

it.each([
  [undefined, 'INVALID_TOKEN'],
  ['!.!.!', 'BAD_BASE_64_ENCODING'],
])('refuses a connection with the token %s', async (token, code) => {
  await using anyone = new Subscriber(here.world.server, token);
  await expect(follow({}, anyone).next()).rejects.toMatchObject({ code });
});

it('refuses a cursor that is none', async () => {
  await expect(follow({ after: 'x' }).next()).rejects.toMatchObject({ code: 'INVALID_REQUEST' });
});

describe('ends with INVALID_TOKEN before it tells more, and the connection stays, when', () => {
  it('the API token is revoked', async () => {
    const { token, apiToken } = await createApiToken(here.world.owner(), {
      name: 'x',
      scopes: ['proofs:read'],
    });
    await using script = new Subscriber(here.world.server, token);
    await endsAfter(script, () => revokeApiToken(here.world.owner(), { id: apiToken.id }));
  });

  it('the session is ended', async () => {
    const refreshTokenId = here.world.session.refreshToken.id;
    await endsAfter(here.subscriber, () => logout(here.world.owner(), { refreshTokenId }));
  });
});

async function endsAfter(by: Subscriber, end: () => Promise<unknown>): Promise<void> {
  await submitted('a');
  const following = follow({ after: START }, by);
  await following.next();
  await end();
  await submitted('b');
  await expect(following.next()).rejects.toMatchObject({ code: 'INVALID_TOKEN' });
  expect(await following.next()).toBeUndefined();
  const still = by.follow('subscription ($id: ID!) { inputGroupUpdated(id: $id) { id } }', {
    id: here.world.groups.twin.id,
  });
  expect(await still.next()).toEqual({ id: here.world.groups.twin.id });
}
