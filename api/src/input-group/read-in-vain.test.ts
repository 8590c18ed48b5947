import { randomInt } from 'node:crypto';
import { buildTar } from '../archive/test/build-tar.js';
import { Replicas } from '../events/test/replicas.js';
import { askGraphql, TestFile } from '../test/graphql-caller.js';
import { proofFixture } from '../test/proof-fixture.js';
import { needsService } from '../test/services.js';

needsService('mysql');
needsService('redis');
needsService('s3');

/** What may be read in vain at once, in archives that cost one unit; one more comes back in so many milliseconds. */
const ORGANIZATION = { most: 20, backInMs: 30_000 };
const NETWORK = { most: 60, backInMs: 10_000 };

const BAD = buildTar([{ name: 'bad.csv', body: 'x' }]);

let replicas: Replicas;
/** Redis remembers networks for minutes: each run has another. */
let network: string;

beforeAll(async () => {
  replicas = await Replicas.start('read in vain', { CAIRN_REQUESTS_PER_MINUTE: '0' });
  network = `127.${randomInt(1, 255)}.${randomInt(256)}`;
}, 120_000);

afterAll(() => replicas[Symbol.asyncDispose]());

/** An organization with a program, as it asks from its network. */
async function publisher(username: string, from: string) {
  const ask = async (process: number, query: string, i: object, token?: string) =>
    askGraphql(replicas.urls[process] ?? '', query, { i }, { token, from });
  const account = { username, password: 'correct horse', name: username, description: '' };
  const register = 'mutation ($i: RegisterInput!) { register(input: $i) { basicToken { token } } }';
  const { data } = await ask(0, register, account);
  const { token } = (data as { register: { basicToken: { token: string } } }).register.basicToken;
  const archive = new TestFile((await proofFixture()).builtArchive);
  const upload = 'mutation ($i: UploadProgramInput!) { uploadProgram(input: $i) { id } }';
  const program = { name: username, description: '', leaseSeconds: 60, archive };
  const { data: made } = await ask(0, upload, program, token);
  const { id: programId } = (made as { uploadProgram: { id: string } }).uploadProgram;
  const add = 'mutation ($i: UploadInputArchiveInput!) { uploadInputArchive(input: $i) { ids } }';
  return {
    /** The code of the answer; undefined when it was good. */
    add: async (process: number, tar = BAD): Promise<unknown> => {
      const { errors } = await ask(process, add, { programId, archive: new TestFile(tar) }, token);
      return errors[0]?.extensions.code;
    },
  };
}

/** Sends bad archives, to each process by turns, until one is refused unread. @returns how many were read */
async function readInVain(senders: Awaited<ReturnType<typeof publisher>>[], most: number): Promise<number> {
  for (let read = 0; ; read += 1) {
    const sender = senders[Math.floor(read / most) % senders.length];
    const code = await sender?.add(read % replicas.urls.length);
    if (code === 'RATE_LIMITED') return read;
    expect(code).toBe('INVALID_REQUEST');
  }
}

/** What may be read from this moment on until the present one. */
function allowance({ most, backInMs }: typeof NETWORK, began: number) {
  return most + Math.ceil((performance.now() - began) / backInMs);
}

it('bounds an organization at all processes together, and gives back what a good archive cost', async () => {
  const ada = await publisher('ada', `${network}.1`);
  const began = performance.now();
  for (let n = 0; n < 6; n += 1)
    expect(
      await ada.add(n % replicas.urls.length, buildTar([{ name: `good ${n}.csv`, body: '1' }])),
    ).toBeUndefined();
  const read = await readInVain([ada], ORGANIZATION.most);
  expect(read).toBeGreaterThanOrEqual(ORGANIZATION.most);
  expect(read).toBeLessThanOrEqual(allowance(ORGANIZATION, began));
  // Another organization of another network is kept from nothing.
  expect(await (await publisher('eve', `${network}.2`)).add(1)).toBe('INVALID_REQUEST');
}, 120_000);

it('bounds the organizations of one network at all processes together', async () => {
  const from = `${network}.3`;
  const senders = [];
  // Each may have as much as makes a third of the network's, and time goes on meanwhile.
  for (const name of ['bob', 'cyd', 'dan', 'fay']) senders.push(await publisher(name, from));
  const began = performance.now();
  const read = await readInVain(senders, ORGANIZATION.most - 1);
  expect(read).toBeGreaterThanOrEqual(NETWORK.most);
  expect(read).toBeLessThanOrEqual(allowance(NETWORK, began));
}, 120_000);
