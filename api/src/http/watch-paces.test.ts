import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import { until } from '../test/until.js';
import { HeldAnswers } from './held-answers.js';
import { sendInParts } from './send-in-parts.js';
import { watchPaces } from './watch-paces.js';

/** Far more than all buffers on the way hold. */
const LARGE = 'x'.repeat(24 * 1024 * 1024);
const PACE = { bytesPerSecond: 2_000, seconds: 1.5 };
const LOOK_EVERY_MS = 50;

let http: FastifyInstance;
let port: number;
/** Connections that are open. */
let open: Set<Socket>;

beforeEach(async () => {
  open = new Set();
  http = Fastify({ forceCloseConnections: true, bodyLimit: 1_000_000 });
  sendInParts(http, new HeldAnswers());
  watchPaces(http, { reading: PACE, sending: PACE }, LOOK_EVERY_MS);
  const connections = open;
  http.server.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  http.get('/large', async () => LARGE);
  http.get('/later', async () => {
    await delay(2 * PACE.seconds * 1000);
    return 'later';
  });
  http.post('/upload', async ({ body }) => `${JSON.stringify(body).length} bytes`);
  await http.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = http.server.address() as AddressInfo);
});

afterEach(() => http.close());

/** The beginning of an answer, of which nothing more is read. */
async function ask(path: string): Promise<IncomingMessage> {
  const asked = get({ port, path, host: '127.0.0.1', agent: false });
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return answer.on('error', () => {});
}

/** Begins a POST of so many bytes, and sends nothing of them. */
function begin(bytes: number): Socket {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  socket.write(
    `POST /upload HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${bytes}\r\n\r\n`,
  );
  return socket;
}

describe('who takes an answer', () => {
  it('is hung up on when it takes nothing', async () => {
    const answer = await ask('/large');
    await until(() => open.size === 0);
    answer.resume();
    await until(() => answer.closed);
    expect(answer.complete).toBe(false);
  });

  it('gets the whole of it when it reads, and may wait for the server', async () => {
    const answer = await ask('/large');
    expect(answer.headers['content-length']).toBe(String(LARGE.length));
    expect(await text(answer)).toBe(LARGE);
    expect(await text(await ask('/later'))).toBe('later');
  });

  it('gets the whole of it also when that takes longer than it may stand still', async () => {
    const answer = await ask('/large');
    let bytes = 0;
    for await (const chunk of answer) {
      bytes += (chunk as Buffer).length;
      await delay(6);
    }
    expect(bytes).toBe(LARGE.length);
  });
});

describe('who sends a request', () => {
  it('is told so and hung up on when nothing more comes', async () => {
    const socket = begin(1_000);
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 Request Timeout/u);
    await until(() => open.size === 0);
  });

  it('is hung up on when it comes too slowly, however long it goes on', async () => {
    const socket = begin(100_000);
    socket.write('"');
    const ended = once(socket.resume(), 'close');
    let sent = 0;
    while (!socket.destroyed && sent < 1_000) {
      socket.write('x');
      sent += 1;
      await Promise.race([delay(10), ended]);
    }
    // A hundred bytes a second are a twentieth of the least.
    expect(sent).toBeLessThan(1_000);
  });

  it('may take long as long as it keeps the pace', async () => {
    const socket = begin(6_000);
    socket.write('"');
    // Half as much again as the pace, for longer than it may stand still.
    for (let n = 0; n < 20; n += 1) {
      await delay(100);
      socket.write('x'.repeat(n === 19 ? 298 : 300));
    }
    socket.write('"');
    expect(await text(socket)).toMatch(/6000 bytes$/u);
  });

  it('may wait for the answer once all is sent', async () => {
    expect(await text(await ask('/later'))).toBe('later');
  });
});
