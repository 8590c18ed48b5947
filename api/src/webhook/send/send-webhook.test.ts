import os, { type NetworkInterfaceInfo } from 'node:os';
import { jest } from '@jest/globals';
import { Receiver } from '../test/https-receiver.js';
import { isForWebhooks, isPublicAddress } from './address-rules.js';
import type { Resolve } from './checked-lookup.js';
import { sendWebhook } from './send-webhook.js';

const MESSAGE = { body: '{"a":1}', headers: { 'cairn-event': 'TEST' } };

let receiver: Receiver;

beforeEach(async () => {
  receiver = await Receiver.https();
});

afterEach(() => receiver[Symbol.asyncDispose]());

const here = () => ({ allowPrivate: true, ca: receiver.ca });
const port = () => new URL(receiver.url).port;

/** A name server that answers as it is told, one answer after the other. */
function resolving(...answers: string[][]): { resolve: Resolve; asked: string[] } {
  const asked: string[] = [];
  const resolve: Resolve = async (hostname) => {
    asked.push(hostname);
    const addresses = answers[Math.min(asked.length, answers.length) - 1] ?? [];
    return addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  return { resolve, asked };
}

it('sends by POST over https', async () => {
  expect(await sendWebhook(`${receiver.url}/hook?x=1`, here(), MESSAGE)).toEqual({
    status: 204,
    error: null,
  });
  expect(receiver.received).toMatchObject([
    {
      path: '/hook?x=1',
      body: MESSAGE.body,
      headers: { 'cairn-event': 'TEST', 'content-type': 'application/json', connection: 'close' },
    },
  ]);
});

it('trusts no certificate that nobody vouches for', async () => {
  const attempt = await sendWebhook(receiver.url, { allowPrivate: true }, MESSAGE);
  expect(attempt).toEqual({ status: null, error: expect.stringMatching(/self-signed certificate/u) });
  expect(receiver.received).toEqual([]);
});

it.each([301, 302, 307, 308])('does not follow a %d', async (status) => {
  receiver.answer = (response, { path }) => {
    if (path === '/next') response.end();
    else response.writeHead(status, { location: '/next' }).end();
  };
  const attempt = await sendWebhook(receiver.url, here(), MESSAGE);
  expect(attempt).toEqual({ status, error: `The answer was ${status}. Redirects are not followed.` });
  expect(receiver.received).toHaveLength(1);
});

it('takes an answer that leaves HTTP for what it is, and goes on', async () => {
  receiver.answer = ({ socket }) => {
    socket?.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n');
  };
  expect(await sendWebhook(receiver.url, here(), MESSAGE)).toEqual({
    status: 101,
    error: 'The answer was 101.',
  });
});

it('hears that a connection is closed without an answer', async () => {
  receiver.answer = ({ socket }) => socket?.destroy();
  expect(await sendWebhook(receiver.url, here(), MESSAGE)).toMatchObject({ status: null });
});

it('waits five seconds for an answer, also for one that trickles', async () => {
  receiver.answer = (response) => {
    response.writeHead(200);
    const trickle = setInterval(() => response.write('x'), 100);
    response.on('close', () => clearInterval(trickle));
  };
  const began = Date.now();
  const [trickled, silent] = await Promise.all([
    sendWebhook(receiver.url, here(), MESSAGE),
    withSilence((url) => sendWebhook(url, here(), MESSAGE)),
  ]);
  expect(Date.now() - began).toBeLessThan(8000);
  for (const { error } of [trickled, silent]) expect(error).toBe('There was no answer within 5 s.');
});

async function withSilence<T>(use: (url: string) => Promise<T>): Promise<T> {
  await using silent = await Receiver.http();
  silent.answer = () => {};
  return await use(silent.url);
}

it('reads no more of an answer than it needs', async () => {
  let sent = 0;
  receiver.answer = (response) => {
    response.writeHead(200);
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(64 * 1024))) sent += 1;
    };
    response.on('drain', more);
    response.on('error', () => {});
    more();
  };
  const began = Date.now();
  expect(await sendWebhook(receiver.url, here(), MESSAGE)).toEqual({ status: 200, error: null });
  expect(Date.now() - began).toBeLessThan(3000);
  expect(sent).toBeLessThan(1000);
});

it.each([
  '127.0.0.1',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '0x7f.1',
  '2130706433',
  '169.254.169.254',
  'localhost',
  '0',
])('connects to nothing at %s', async (host) => {
  const url = `https://${host}:${port()}/`;
  const attempt = await sendWebhook(url, { allowPrivate: false, ca: receiver.ca }, MESSAGE);
  expect(attempt).toEqual({ status: null, error: expect.stringContaining('is not on the public internet') });
  expect(receiver.received).toEqual([]);
});

it('is not led inside by a name, whatever it says the next time', async () => {
  const rules = { allowPrivate: false, ca: receiver.ca };
  const url = `https://hooks.example.org:${port()}/`;
  for (const answers of [['127.0.0.1'], ['93.184.215.14', '10.0.0.1'], ['::ffff:127.0.0.1']]) {
    const { resolve } = resolving(answers);
    const { error } = await sendWebhook(url, rules, MESSAGE, resolve);
    expect(error).toBe('hooks.example.org is not on the public internet.');
  }
  // The answer that was checked is the one that is used: the second is never asked for.
  const { resolve, asked } = resolving(['192.0.66.1'], ['127.0.0.1']);
  await sendWebhook(url, rules, MESSAGE, resolve);
  expect(asked).toEqual(['hooks.example.org']);
  expect(receiver.received).toEqual([]);
}, 20_000);

it.each([
  ['93.184.215.14', true],
  ['2606:4700:4700::1111', true],
  ['10.1.2.3', false],
  ['100.64.0.1', false],
  ['100.128.0.1', true],
  ['127.255.255.254', false],
  ['169.254.169.254', false],
  ['172.15.255.255', true],
  ['172.31.255.255', false],
  ['192.168.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::8.8.8.8', false],
  ['fc00::1', false],
  ['fe80::1', false],
  ['fe80::1%eth0', false],
  ['ff02::1', false],
  ['2001::1', false],
  ['2001:db8::1', false],
  ['2002:7f00:1::', false],
  ['nonsense', false],
])('knows whether %s is public: %p', (address, isPublic) => {
  expect(isPublicAddress(address)).toBe(isPublic);
});

it("takes none of this machine's own addresses for one of the internet", () => {
  const own = { address: '93.184.215.14', family: 'IPv4', internal: false } as NetworkInterfaceInfo;
  const interfaces = jest.spyOn(os, 'networkInterfaces').mockReturnValue({ eth0: [own] });
  expect([isForWebhooks('93.184.215.14'), isForWebhooks('93.184.215.15')]).toEqual([false, true]);
  interfaces.mockRestore();
});
