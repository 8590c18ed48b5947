import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { jest } from '@jest/globals';
import { TestServer } from '../../test/test-server.js';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server[Symbol.asyncDispose]());

describe('an upgrade', () => {
  it.each(['/elsewhere', '/graphql'])('of %s that the peer resets does not end the server', async (url) => {
    const socket = new PassThrough();
    const request = { url, method: 'GET', headers: {}, socket } as unknown as IncomingMessage;
    server.app.http.server.emit('upgrade', request, socket, Buffer.alloc(0));
    // Without a listener Node throws what no one catches.
    expect(socket.listenerCount('error')).toBeGreaterThan(0);
    const closed = new Promise<void>((resolve) => void socket.once('close', resolve));
    socket.destroy(new Error('read ECONNRESET'));
    await closed;
    expect(await server.ask('{ __typename }')).toMatchObject({ data: { __typename: 'Query' } });
  });

  it('of another path is answered and hung up on, though the peer stays', async () => {
    const socket = new PassThrough();
    const request = { url: '/elsewhere', method: 'GET', headers: {}, socket } as unknown as IncomingMessage;
    const answered = new Promise<void>((resolve) => void socket.once('finish', () => setImmediate(resolve)));
    server.app.http.server.emit('upgrade', request, socket, Buffer.alloc(0));
    await answered;
    expect(socket.destroyed).toBe(true);
  });
});

it('logs a frame that is none in one line, and hangs up', async () => {
  const printed = jest.spyOn(console, 'error').mockReturnValue();
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': Buffer.alloc(16).toString('base64'),
    'sec-websocket-protocol': 'graphql-transport-ws',
  };
  const [, socket] = (await once(request(`${server.url}/graphql`, { headers }).end(), 'upgrade')) as [
    IncomingMessage,
    Socket,
  ];
  const closed = once(socket.resume(), 'close');
  socket.write(Buffer.from([0xff, 0x80, 0, 0, 0, 0]));
  await closed;
  expect(printed).not.toHaveBeenCalled();
  printed.mockRestore();
  const lines = server.logged.map((line) => JSON.parse(line));
  expect(lines.filter(({ msg }) => msg === 'a subscriber broke the protocol')).toEqual([
    expect.objectContaining({ level: 30, why: expect.stringContaining('Invalid WebSocket frame') }),
  ]);
});

it('tells subscribers that the server goes away, and does not wait for those that do not listen', async () => {
  const stopping = await TestServer.start();
  const url = `${stopping.url.replace('http', 'ws')}/graphql`;
  const polite = new WebSocket(url, 'graphql-transport-ws');
  const goodbye = new Promise<CloseEvent>((resolve) => polite.addEventListener('close', resolve));
  await new Promise((resolve) => polite.addEventListener('open', resolve));
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': Buffer.alloc(16).toString('base64'),
    'sec-websocket-protocol': 'graphql-transport-ws',
  };
  // Takes the farewell and neither answers nor hangs up.
  const upgraded = request(`${stopping.url}/graphql`, { headers }).end();
  const [, deaf] = (await once(upgraded, 'upgrade')) as [IncomingMessage, Socket];
  deaf.on('error', () => undefined).resume();
  const began = performance.now();
  await stopping[Symbol.asyncDispose]();
  expect((await goodbye).code).toBe(1001);
  expect(performance.now() - began).toBeLessThan(20_000);
  deaf.destroy();
});
