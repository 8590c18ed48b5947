import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import Fastify, { type FastifyInstance } from 'fastify';
import { until } from '../test/until.js';
import { HeldAnswers } from './held-answers.js';
import { sendInParts } from './send-in-parts.js';

/** Far more than all buffers on the way hold; with characters of two bytes, which a part may cut. */
const LARGE = 'xé'.repeat(8 * 1024 * 1024);
const BYTES = Buffer.byteLength(LARGE);

let http: FastifyInstance;

beforeEach(async () => {
  http = Fastify({ forceCloseConnections: true });
  sendInParts(http, new HeldAnswers({ perNetwork: 2 * BYTES, inAll: 3 * BYTES }));
  http.get('/large', async () => LARGE);
  http.get('/small', async () => 'small');
  await http.listen({ port: 0, host: '127.0.0.1' });
});

afterEach(() => http.close());

/** The beginning of an answer, of which nothing more is read. */
async function ask(path: string, method = 'GET'): Promise<IncomingMessage> {
  const { port } = http.server.address() as AddressInfo;
  const asked = request({ method, port, path, host: '127.0.0.1', agent: false }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return answer.on('error', () => {});
}

it.each([
  ['/large', LARGE],
  ['/small', 'small'],
])('sends %s whole, with its length', async (path, expected) => {
  const answer = await ask(path);
  expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(expected)));
  expect(answer.headers).not.toHaveProperty('transfer-encoding');
  expect(await text(answer)).toBe(expected);
});

it('tells only the length to who asks for no more', async () => {
  const answer = await ask('/large', 'HEAD');
  expect(answer.headers['content-length']).toBe(String(BYTES));
  expect(await text(answer)).toBe('');
});

it('hangs up on the oldest reader where too much waits, and counts nothing that was taken', async () => {
  for (let n = 0; n < 4; n += 1) expect((await text(await ask('/large'))).length).toBe(LARGE.length);
  const [oldest, second, third] = [await ask('/large'), await ask('/large'), await ask('/large')];
  const whole = await Promise.all([text(second), text(third)]);
  expect(whole.map(({ length }) => length)).toEqual([LARGE.length, LARGE.length]);
  oldest.resume();
  await until(() => oldest.closed);
  expect(oldest.complete).toBe(false);
});
