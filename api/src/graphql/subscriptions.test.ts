import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { TestServer } from '../test/test-server.js';

let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(() => server[Symbol.asyncDispose]());

describe('an upgrade', () => {
  it.each(['/elsewhere', '/graphql'])('of %s that the peer resets does not end the server', async (url) => {
    const socket = new PassThrough();
    const request = { url, method: 'GET', headers: {} } as IncomingMessage;
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
    const request = { url: '/elsewhere', method: 'GET', headers: {} } as IncomingMessage;
    const answered = new Promise<void>((resolve) => void socket.once('finish', () => setImmediate(resolve)));
    server.app.http.server.emit('upgrade', request, socket, Buffer.alloc(0));
    await answered;
    expect(socket.destroyed).toBe(true);
  });
});
