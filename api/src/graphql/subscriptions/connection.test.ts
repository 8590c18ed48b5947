import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import WebSocket, { WebSocketServer } from 'ws';
import { Connection } from './connection.js';

/** More than the system keeps for a socket, so that a peer that does not read is felt. */
const ANSWER = 'x'.repeat(900_000);
const SUBSCRIPTIONS = 32;

let server: WebSocketServer;
let peer: WebSocket;
let ws: WebSocket;
let logged: string[];
let connection: Connection;

beforeEach(async () => {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  peer = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  [[ws]] = (await Promise.all([once(server, 'connection'), once(peer, 'open')])) as [[WebSocket], unknown];
  logged = [];
  const log = pino({}, { write: (line: string) => void logged.push(line) });
  connection = new Connection('127.0.0.1', ws, log);
});

afterEach(async () => {
  peer.terminate();
  ws.terminate();
  await new Promise((closed) => server.close(closed));
});

async function* events(count: number): AsyncGenerator<number> {
  for (let n = 0; n < count; n += 1) yield n;
}

const send = () => new Promise<void>((sent) => ws.send(ANSWER, () => sent()));

it('makes an answer when the one before has left, whoever else waits', async () => {
  let [made, unsent, mostUnsent, received] = [0, 0, 0, 0];
  const make = () => {
    made += 1;
    unsent += 1;
    mostUnsent = Math.max(mostUnsent, unsent);
    return ANSWER;
  };
  const subscription = async () => {
    for await (const _ of connection.answers(events(2), make)) {
      await send();
      unsent -= 1;
    }
  };
  const all = Array.from({ length: SUBSCRIPTIONS }, subscription);
  peer.on('message', () => {
    received += 1;
  });
  await Promise.all(all);
  expect({ made, unsent, mostUnsent }).toEqual({ made: 2 * SUBSCRIPTIONS, unsent: 0, mostUnsent: 1 });
  while (received < made) await once(peer, 'message');
});

it('hangs up, and makes no answer, when the peer has left too much unread', async () => {
  peer.pause();
  let made = 0;
  // Each is ended before it is sent, as one whose peer says `complete` at once.
  while (ws.readyState === ws.OPEN && made < 200) {
    const answers = connection.answers(events(1), () => ANSWER);
    const { done } = await answers.next();
    if (done !== true) {
      made += 1;
      void send();
    }
    await answers.return(undefined);
  }
  expect(made).toBeLessThan(200);
  expect(logged.join()).toContain('a subscriber reads nothing');
});

it('lets the next one go on when one fails, ends or is ended while it waits', async () => {
  const failing = connection.answers(events(1), () => {
    throw new Error('no answer');
  });
  await expect(failing.next()).rejects.toThrow('no answer');
  const first = connection.answers(events(1), () => 'first');
  expect(await first.next()).toEqual({ done: false, value: 'first' });
  const waiting = connection.answers(events(1), () => 'never');
  const never = waiting.next();
  const last = connection.answers(events(1), () => 'last');
  const heard = last.next();
  await waiting.return(undefined);
  expect(await first.next()).toEqual({ done: true, value: undefined });
  expect(await never).toEqual({ done: true, value: undefined });
  expect(await heard).toEqual({ done: false, value: 'last' });
});
