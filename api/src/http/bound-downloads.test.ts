import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import { sendEnvelopeError } from '../rest/envelope.js';
import { until } from '../test/until.js';
import { boundDownloads } from './bound-downloads.js';
import { watchPaces } from './watch-paces.js';

/** Far more than all buffers on the way hold. */
const CHUNKS = 400;
const CHUNK = 'x'.repeat(64 * 1024);
// Long enough that a busy machine, which holds up reader and server alike, is not taken for a slow reader.
const PACE = { bytesPerSecond: 3_000, seconds: 1 };
const LOOK_EVERY_MS = 50;
const PER_NETWORK = 2;

let http: FastifyInstance;
let port: number;
/** Files that are open. */
let open: number;

function* large() {
  open += 1;
  try {
    for (let n = 0; n < CHUNKS; n += 1) yield CHUNK;
  } finally {
    open -= 1;
  }
}

async function* fromSlowStore() {
  for (let n = 0; n < 3; n += 1) {
    await delay(2 * PACE.seconds * 1000);
    yield 'x';
  }
}

beforeEach(async () => {
  open = 0;
  http = Fastify({ forceCloseConnections: true });
  http.setErrorHandler(sendEnvelopeError);
  boundDownloads(http, PER_NETWORK);
  watchPaces(http, { reading: PACE, sending: PACE }, LOOK_EVERY_MS);
  const file = { config: { download: true } };
  http.get('/large', file, (_request, reply) => reply.send(Readable.from(large(), { objectMode: false })));
  http.get('/slow', file, (_request, reply) => reply.send(Readable.from(fromSlowStore())));
  http.get('/other', async () => 'something else');
  await http.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = http.server.address() as AddressInfo);
});
afterEach(async () => {
  await http.close();
  await until(() => open === 0);
});

/** The beginning of an answer, of which nothing more is read. */
async function ask(path: string, localAddress = '127.0.0.1'): Promise<IncomingMessage> {
  const [answer] = (await once(
    get({ port, path, localAddress, host: '127.0.0.1', agent: false }),
    'response',
  )) as [IncomingMessage];
  answer.on('error', () => {});
  return answer;
}

it('lets so many go to one network at once, and others go on', async () => {
  boundless(await ask('/large'), await ask('/large'));
  const refused = await ask('/large');
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '5']);
  expect(JSON.parse(await text(refused))).toMatchObject({ error_code: 'RATE_LIMITED' });
  expect((await ask('/other')).statusCode).toBe(200);
  expect((await ask('/large', '127.0.0.2')).statusCode).toBe(200);
});

/** Reads so that nobody hangs up. */
function boundless(...answers: IncomingMessage[]): void {
  for (const answer of answers) {
    answer.once('readable', () => answer.read(1));
    answer.setEncoding('latin1');
    void drip(answer);
  }
}

async function drip(answer: IncomingMessage): Promise<void> {
  while (!answer.destroyed) {
    answer.read();
    await delay(1);
  }
}

it('hangs up on who takes nothing, and gives the seat to another', async () => {
  const stalled = await Promise.all([ask('/large'), ask('/large')]);
  expect(open).toBe(2);
  await until(() => open === 0);
  for (const answer of stalled) {
    answer.resume();
    await until(() => answer.closed);
    expect(answer.complete).toBe(false);
  }
  expect((await ask('/large')).statusCode).toBe(200);
});

it('holds nothing against a reader who waits for the server, and lets all who read come to the end', async () => {
  expect(await text(await ask('/slow'))).toBe('xxx');
  for (let n = 0; n < 3; n += 1) expect((await text(await ask('/large'))).length).toBe(CHUNKS * CHUNK.length);
  await until(() => open === 0);
});

it('opens no file for a request that does not wait for the answer before it', async () => {
  const socket = connect(port, '127.0.0.1');
  const request = 'GET /large HTTP/1.1\r\nhost: x\r\n\r\n';
  socket.write(request.repeat(5));
  await once(socket, 'readable');
  expect(open).toBe(1);
  socket.destroy();
  await until(() => open === 0);
  const [first, second] = await Promise.all([ask('/large'), ask('/large')]);
  expect([first.statusCode, second.statusCode]).toEqual([200, 200]);
});

it('opens the file when the answer before it is over a moment later', async () => {
  const socket = connect(port, '127.0.0.1');
  const ask = (path: string, rest = '') => `GET ${path} HTTP/1.1\r\nhost: x\r\n${rest}\r\n`;
  socket.write(ask('/other') + ask('/slow', 'connection: close\r\n'));
  const answers = await text(socket);
  expect(answers.match(/HTTP\/1\.1 \d+/gu)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200']);
});
