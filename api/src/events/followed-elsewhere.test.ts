import { randomUUID } from 'node:crypto';
import { firstIdAt } from '../database/new-id.js';
import { makeCursor } from '../pagination/cursor.js';
import { proofFixture } from '../test/proof-fixture.js';
import { needsService } from '../test/services.js';
import { Follower } from './test/follower.js';
import { type Held, Replicas } from './test/replicas.js';

needsService('mysql');
needsService('redis');
needsService('s3');

let replicas: Replicas;
let token: string;
let programId: string;
let held: Map<string, Held>;

/** One world for each: a replica dies in each test. */
beforeEach(async () => {
  replicas = await Replicas.start('followed_elsewhere');
  const { a, b } = await proofFixture();
  ({ programId, token } = await replicas.publish([a.csv, b.csv]));
  held = new Map();
  for (let n = 0; n < 2; n += 1) await reserve(0);
}, 120_000);

afterEach(() => replicas[Symbol.asyncDispose]());

/** Reserves what is free at this replica. */
async function reserve(replica: number): Promise<void> {
  const reservation = await replicas.reserve(replica, programId, randomUUID());
  held.set(reservation.inputGroup.name, reservation);
}

function holding(name: string): Held {
  const found = held.get(name);
  if (found === undefined) throw new Error(`${name} is not reserved.`);
  return found;
}

const release = (replica: number, { token: t }: Held) =>
  replicas.ask(replica, 'mutation ($t: String!) { releaseReservation(token: $t) { id } }', { t });

it('inputGroupUpdated hears of a group what other replicas did, and goes on at another when its own dies', async () => {
  const { id } = holding('group 0').inputGroup;
  const query = 'subscription ($id: ID!) { inputGroupUpdated(id: $id) { state } }';
  await using follower = new Follower<{ state: string }>(replicas.urls, 2, {
    query,
    variables: () => ({ id }),
  });
  const told = (state: string) => follower.until((last) => last?.state === state);
  await told('RESERVED');
  const { a } = await proofFixture();
  const proof = await replicas.submit(0, holding('group 0'), a.proof);
  await told('PROVEN');
  await replicas.kill(2);
  const reject = 'mutation ($i: RejectProofsInput!) { rejectProofs(input: $i) { proof { id } } }';
  await replicas.ask(1, reject, { i: { proofIds: [proof], reason: 'No' } }, { token });
  await told('AVAILABLE');
  expect(follower.connections).toBe(2);
  await reserve(1);
  await told('RESERVED');
}, 120_000);

it('workAvailable hears of work that came free at another replica, and goes on at another when its own dies', async () => {
  const query = `subscription ($id: ID!) { workAvailable(kind: EXECUTE_AND_PROVE, programId: $id) { id } }`;
  await using follower = new Follower<{ id: string }>(replicas.urls, 2, {
    query,
    variables: () => ({ id: programId }),
  });
  const told = (times: number) => follower.until((_, seen) => seen.length >= times);
  await follower.untilConnected(1);
  await release(0, holding('group 1'));
  await told(1);
  await reserve(1);
  const before = follower.seen.length;
  await replicas.kill(2);
  await follower.untilConnected(2);
  await release(1, holding('group 1'));
  await told(before + 1);
  expect(new Set(follower.seen.map(({ id }) => id))).toEqual(new Set([programId]));
}, 120_000);

it('proofSubmitted tells a proof that another replica took, and after the death of its own goes on after its cursor', async () => {
  const query = `subscription ($after: String) {
    proofSubmitted(after: $after) { cursor node { id } } }`;
  const start = makeCursor(firstIdAt(new Date(0)));
  await using follower = new Follower<{ cursor: string; node: { id: string } }>(replicas.urls, 2, {
    query,
    variables: (seen) => ({ after: seen.at(-1)?.cursor ?? start }),
    token,
  });
  const told = (id: string) => follower.until((last) => last?.node.id === id);
  await follower.untilConnected(1);
  const { a, b } = await proofFixture();
  const first = await replicas.submit(0, holding('group 0'), a.proof);
  await told(first);
  await replicas.kill(2);
  const second = await replicas.submit(1, holding('group 1'), b.proof);
  await told(second);
  expect(follower.connections).toBe(2);
  expect(follower.seen.map(({ node }) => node.id)).toEqual([first, second]);
}, 120_000);
