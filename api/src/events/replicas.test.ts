import { randomUUID } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { formatSecrets, randomSecrets } from '../config/stored-secrets.js';
import { TestBucket } from '../files/s3/test/test-bucket.js';
import { askGraphql, TestFile } from '../test/graphql-caller.js';
import { dropDatabase, mysqlTestPlace, mysqlTestUrl } from '../test/mysql-admin.js';
import { proofFixture } from '../test/proof-fixture.js';
import { send } from '../test/send.js';
import { ServerProcess } from '../test/server-process.js';
import { needsService, service } from '../test/services.js';
import { tempFolder } from '../test/temp-folder.js';

/** Three processes behind no balancer, each with a data folder of its own: a request chooses the one it goes to. */

needsService('mysql');
needsService('redis');
needsService('s3');

const DATABASE = 'replicas';
const CLAIMERS = 50;
const NEWS_MS = 10_000;

let bucket: TestBucket;
let folder: Awaited<ReturnType<typeof tempFolder>>;
let replicas: ServerProcess[];
let urls: string[];
let token: string;
let programId: string;

beforeAll(async () => {
  folder = await tempFolder();
  bucket = await TestBucket.make();
  const env = { ...(await sharedFiles()), CAIRN_REDIS_URL: service('redis').url, CAIRN_MAX_LEASES: '200' };
  const database = { DOCKERIZED_DATABASE_URL: mysqlTestUrl(DATABASE) };
  replicas = [0, 1, 2].map((n) => ServerProcess.start(dataOf(n), { ...env, ...database }));
  urls = await Promise.all(replicas.map((replica) => replica.url()));
  await publish();
}, 120_000);

afterAll(async () => {
  for (const replica of replicas) await replica[Symbol.asyncDispose]();
  await dropDatabase(mysqlTestPlace(DATABASE));
  await bucket[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const dataOf = (replica: number) => join(folder.path, `replica ${replica}`);

/** What an operator mounts into each of them: the settings and the secrets. */
async function sharedFiles() {
  const { region, bucket: name, keyId, keySecret, endpoint } = bucket.place;
  const [settings, secrets] = [join(folder.path, 'settings.json'), join(folder.path, 'secrets.json')];
  const files_storage = {
    connection_string: [region, name, keyId, keySecret].join('|'),
    arguments_serarator: '|',
    endpoint,
  };
  await writeFile(settings, JSON.stringify({ files_storage }));
  await writeFile(secrets, formatSecrets(randomSecrets()));
  return { CAIRN_CONFIG_FILE: settings, CAIRN_SECRETS_FILE: secrets };
}

/** Asks one of the replicas for one thing that must go well. */
async function ask<T>(replica: number, query: string, variables = {}, asker = {}): Promise<T> {
  const { data, errors } = await askGraphql(urls[replica] ?? '', query, variables, asker);
  if (errors.length > 0) throw new Error(`replica ${replica} answered ${JSON.stringify(errors)}`);
  return Object.values(data ?? {})[0] as T;
}

/** A program with two groups that there are proofs for, and many more. Each step at another replica. */
async function publish(): Promise<void> {
  const { a, b, builtArchive } = await proofFixture();
  const account = { username: 'ada', password: 'correct horse', name: 'Ada', description: '' };
  const register = 'mutation ($i: RegisterInput!) { register(input: $i) { basicToken { token } } }';
  token = (await ask<{ basicToken: { token: string } }>(0, register, { i: account })).basicToken.token;
  const upload = 'mutation ($i: UploadProgramInput!) { uploadProgram(input: $i) { id } }';
  const program = { name: 'Sums', description: '', leaseSeconds: 60, archive: new TestFile(builtArchive) };
  programId = (await ask<{ id: string }>(1, upload, { i: program }, { token })).id;
  const csvs = [a.csv, b.csv, ...Array.from({ length: CLAIMERS - 2 }, (_, n) => `${n}\n`)];
  const groups = csvs.map((csv, n) => ({ name: `group ${n}`, file: new TestFile(csv) }));
  const add = 'mutation ($i: UploadInputGroupsInput!) { uploadInputGroups(input: $i) { id } }';
  await ask(2, add, { i: { programId, groups } }, { token });
}

interface Held {
  readonly id: string;
  readonly token: string;
  readonly inputGroup: { readonly id: string; readonly name: string };
}

const RESERVE = `mutation ($i: ReserveInput!) {
  reserveInputGroup(input: $i) { id token inputGroup { id name } } }`;

interface Update {
  readonly version: number;
  readonly state: string;
}

/** Follows a reservation at one replica after the other: when one is lost, at the next. */
class Follower {
  readonly seen: Update[] = [];
  readonly ended: Promise<void>;
  connections = 0;
  readonly #client: Client;

  constructor(first: number, reservation: Held) {
    this.#client = createClient({
      url: () => `${urls[(first + this.connections) % 3]?.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 10,
      shouldRetry: () => true,
      retryWait: () => Promise.resolve(),
      on: {
        connected: () => {
          this.connections += 1;
        },
      },
    });
    this.ended = this.#follow(reservation.token).finally(() => this.#client.dispose());
  }

  /** Waits until this version was told: much shorter than until a follower looks again by itself. */
  async until(version: number): Promise<void> {
    const latest = Date.now() + NEWS_MS;
    while (this.seen.at(-1)?.version !== version) {
      if (Date.now() > latest)
        throw new Error(`Version ${version} was not told: ${JSON.stringify(this.seen)}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async #follow(reservationToken: string): Promise<void> {
    const query = 'subscription ($t: String!) { reservationUpdated(token: $t) { version state } }';
    const updates = this.#client.iterate<{ reservationUpdated: Update }>({
      query,
      variables: { t: reservationToken },
    });
    for await (const { data, errors } of updates) {
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      if (data != null) this.seen.push(data.reservationUpdated);
    }
  }
}

const renew = (replica: number, held: Held) =>
  ask(replica, 'mutation ($t: String!) { renewReservation(token: $t) { id } }', { t: held.token });

it('needs nothing in the folders that it does not share: links and files are the same everywhere', async () => {
  const { a } = await proofFixture();
  const query = 'query ($id: ID!) { inputGroups(programId: $id, first: 1) { nodes { name inputUrl } } }';
  const { nodes } = await ask<{ nodes: { name: string; inputUrl: string }[] }>(
    0,
    query,
    { id: programId },
    { token },
  );
  const files = await Promise.all(urls.map((url) => send(`${url}${nodes[0]?.inputUrl}`)));
  expect(files.map(({ status, body }) => [status, body.toString()])).toEqual(urls.map(() => [200, a.csv]));
  for (const replica of [0, 1, 2]) expect(await readdir(dataOf(replica))).toEqual(['files']);
});

it('claims, tells and takes proofs as one server, and loses nothing when one is killed', async () => {
  const { a, b } = await proofFixture();
  const claims = Array.from({ length: CLAIMERS }, (_, n) => {
    const wanted = { kind: 'EXECUTE_AND_PROVE', clientKey: randomUUID(), programId };
    return ask<Held>(n % 3, RESERVE, { i: wanted });
  });
  const held = await Promise.all(claims);
  expect(new Set(held.map(({ inputGroup }) => inputGroup.id)).size).toBe(CLAIMERS);
  const [first, second] = ['group 0', 'group 1'].map((name) => {
    const found = held.find(({ inputGroup }) => inputGroup.name === name);
    if (found === undefined) throw new Error(`${name} was not claimed.`);
    return found;
  }) as [Held, Held];

  const elsewhere = new Follower(1, first);
  await elsewhere.until(1);
  await renew(0, first);
  await elsewhere.until(2);
  expect(await submitEverywhere(first, a.proof)).toBe(1);
  await elsewhere.ended;
  expect(elsewhere.seen).toEqual([
    { version: 1, state: 'LIVE' },
    { version: 2, state: 'LIVE' },
    { version: 3, state: 'COMPLETED' },
  ]);

  const cutOff = new Follower(2, second);
  await cutOff.until(1);
  replicas[2]?.child.kill('SIGKILL');
  await replicas[2]?.ended;
  await renew(1, second);
  await cutOff.until(2);
  expect(cutOff.connections).toBe(2);
  expect(await submitEverywhere(second, b.proof)).toBe(1);
  await cutOff.ended;
  const versions = cutOff.seen.map(({ version }) => version);
  expect(versions).toEqual(versions.toSorted((x, y) => x - y));
  expect(cutOff.seen.at(-1)).toEqual({ version: 3, state: 'COMPLETED' });

  const counts = 'query ($id: ID!) { program(id: $id) { groupCounts { reserved proven total } } }';
  const proofs = '{ proofs { totalCount } }';
  for (const replica of [0, 1]) {
    expect(await ask(replica, counts, { id: programId })).toEqual({
      groupCounts: { reserved: CLAIMERS - 2, proven: 2, total: CLAIMERS },
    });
    expect(await ask(replica, proofs, {}, { token })).toEqual({ totalCount: 2 });
  }
}, 120_000);

/** Sends the same proof to the replicas that are left, at once; returns how many proofs they speak of. */
async function submitEverywhere(held: Held, proof: Buffer): Promise<number> {
  const input = { inputGroupId: held.inputGroup.id, token: held.token, proof: new TestFile(proof) };
  const submit = 'mutation ($i: SubmitProofInput!) { submitProof(input: $i) { id } }';
  const answers = await Promise.all([0, 1].map((n) => ask<{ id: string }>(n, submit, { i: input })));
  return new Set(answers.map(({ id }) => id)).size;
}
