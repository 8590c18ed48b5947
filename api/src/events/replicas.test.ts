import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { proofFixture } from '../test/proof-fixture.js';
import { send } from '../test/send.js';
import { needsService } from '../test/services.js';
import { Follower } from './test/follower.js';
import { type Held, Replicas } from './test/replicas.js';

needsService('mysql');
needsService('redis');
needsService('s3');

const CLAIMERS = 50;

let replicas: Replicas;
let token: string;
let programId: string;

beforeAll(async () => {
  replicas = await Replicas.start('replicas', { CAIRN_MAX_LEASES: '200' });
  const { a, b } = await proofFixture();
  // Two groups that there are proofs for, and many more.
  const csvs = [a.csv, b.csv, ...Array.from({ length: CLAIMERS - 2 }, (_, n) => `${n}\n`)];
  ({ programId, token } = await replicas.publish(csvs));
}, 120_000);

afterAll(() => replicas[Symbol.asyncDispose]());

interface Update {
  readonly version: number;
  readonly state: string;
}

/** Follows a reservation, at this replica first. */
function follow(first: number, reservation: Held): Follower<Update> {
  const query = 'subscription ($t: String!) { reservationUpdated(token: $t) { version state } }';
  return new Follower(replicas.urls, first, { query, variables: () => ({ t: reservation.token }) });
}

const version = (wanted: number) => (last: Update | undefined) => last?.version === wanted;

const renew = (replica: number, held: Held) =>
  replicas.ask(replica, 'mutation ($t: String!) { renewReservation(token: $t) { id } }', { t: held.token });

it('needs nothing in the folders that it does not share: links and files are the same everywhere', async () => {
  const { a } = await proofFixture();
  const query = 'query ($id: ID!) { inputGroups(programId: $id, first: 1) { nodes { name inputUrl } } }';
  const { nodes } = await replicas.ask<{ nodes: { name: string; inputUrl: string }[] }>(
    0,
    query,
    { id: programId },
    { token },
  );
  const files = await Promise.all(replicas.urls.map((url) => send(`${url}${nodes[0]?.inputUrl}`)));
  expect(files.map(({ status, body }) => [status, body.toString()])).toEqual(
    replicas.urls.map(() => [200, a.csv]),
  );
  for (const replica of [0, 1, 2]) expect(await readdir(replicas.dataOf(replica))).toEqual(['files']);
});

it('claims, tells and takes proofs as one server, and loses nothing when one is killed', async () => {
  const { a, b } = await proofFixture();
  const claims = Array.from({ length: CLAIMERS }, (_, n) => replicas.reserve(n % 3, programId, randomUUID()));
  const held = await Promise.all(claims);
  expect(new Set(held.map(({ inputGroup }) => inputGroup.id)).size).toBe(CLAIMERS);
  const [first, second] = ['group 0', 'group 1'].map((name) => {
    const found = held.find(({ inputGroup }) => inputGroup.name === name);
    if (found === undefined) throw new Error(`${name} was not claimed.`);
    return found;
  }) as [Held, Held];

  const elsewhere = follow(1, first);
  await elsewhere.until(version(1));
  await renew(0, first);
  await elsewhere.until(version(2));
  expect(await submitEverywhere(first, a.proof)).toBe(1);
  await elsewhere.ended;
  expect(elsewhere.seen).toEqual([
    { version: 1, state: 'LIVE' },
    { version: 2, state: 'LIVE' },
    { version: 3, state: 'COMPLETED' },
  ]);

  const cutOff = follow(2, second);
  await cutOff.until(version(1));
  await replicas.kill(2);
  await renew(1, second);
  await cutOff.until(version(2));
  expect(cutOff.connections).toBe(2);
  expect(await submitEverywhere(second, b.proof)).toBe(1);
  await cutOff.ended;
  const versions = cutOff.seen.map(({ version }) => version);
  expect(versions).toEqual(versions.toSorted((x, y) => x - y));
  expect(cutOff.seen.at(-1)).toEqual({ version: 3, state: 'COMPLETED' });

  const counts = 'query ($id: ID!) { program(id: $id) { groupCounts { reserved proven total } } }';
  const proofs = '{ proofs { totalCount } }';
  for (const replica of [0, 1]) {
    expect(await replicas.ask(replica, counts, { id: programId })).toEqual({
      groupCounts: { reserved: CLAIMERS - 2, proven: 2, total: CLAIMERS },
    });
    expect(await replicas.ask(replica, proofs, {}, { token })).toEqual({ totalCount: 2 });
  }
}, 120_000);

/** Sends the same proof to the replicas that are left, at once; returns how many proofs they speak of. */
async function submitEverywhere(held: Held, proof: Buffer): Promise<number> {
  return new Set(await Promise.all([0, 1].map((n) => replicas.submit(n, held, proof)))).size;
}
