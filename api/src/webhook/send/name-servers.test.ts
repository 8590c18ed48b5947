import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byNameServers } from './name-servers.js';

/** Many more than the system has threads for files. */
const MANY = 64;

let silent: Socket;
let questions: number;

beforeEach(async () => {
  questions = 0;
  silent = createSocket('udp4', () => {
    questions += 1;
  });
  silent.bind(0, '127.0.0.1');
  await once(silent, 'listening');
});
afterEach(async () => {
  silent.close();
  await once(silent, 'close');
});

const ask = (signal: AbortSignal) =>
  byNameServers('hooks.example.org', signal, [`127.0.0.1:${silent.address().port}`]);

it('leaves files alone while a name server never answers', async () => {
  const ending = new AbortController();
  const asked = Array.from({ length: MANY }, () => ask(ending.signal).catch((error: Error) => error.message));
  while (questions < MANY) await new Promise((resolve) => setTimeout(resolve, 2));
  const folder = await mkdtemp(join(tmpdir(), 'cairn-names-'));
  await writeFile(join(folder, 'file'), 'x');
  expect(await readFile(join(folder, 'file'), 'utf8')).toBe('x');
  await rm(folder, { recursive: true });
  ending.abort();
  expect(new Set(await Promise.all(asked))).toEqual(
    new Set(['The address of hooks.example.org was not found (ECANCELLED).']),
  );
});

it('gives up by itself', async () => {
  await expect(ask(new AbortController().signal)).rejects.toThrow(
    'The address of hooks.example.org was not found (ETIMEOUT).',
  );
}, 30_000);

it('knows this machine without asking', async () => {
  expect(await byNameServers('localhost', new AbortController().signal)).toContainEqual({
    address: '127.0.0.1',
    family: 4,
  });
  expect(questions).toBe(0);
});
