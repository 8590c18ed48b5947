import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import { openLocalFileStore } from '../../files/local-file-store.js';
import { writeIncoming } from '../../files/write-incoming.js';
import { drainRequest } from '../../graphql/drain-request.js';
import { sendEnvelopeError } from '../envelope.js';
import { formReader } from './read-form.js';

const MAX_BYTES = 1_000_000;

let root: string;
let app: FastifyInstance;
let base: string;
/** Settle when a request has reached its handler, and when one has failed. */
let uploading: Promise<void>;
let failed: Promise<unknown>;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'cairn-form-'));
  const files = await openLocalFileStore(root);
  app = Fastify({ forceCloseConnections: true });
  app.setErrorHandler(sendEnvelopeError);
  await app.register(multipart);
  app.addHook('onResponse', async (request) => drainRequest(request.raw));
  const limits = { maxBytes: MAX_BYTES, what: 'The file' };
  app.post('/read', (request) =>
    formReader(request, files)(limits, async (data, file) => ({
      data,
      filename: file.filename,
      file: await text(file.open()),
    })),
  );
  const started = Promise.withResolvers<void>();
  uploading = started.promise;
  const broken = Promise.withResolvers<unknown>();
  failed = broken.promise;
  app.addHook('onError', async (_request, _reply, error) => broken.resolve(error));
  app.addHook('preHandler', async () => started.resolve());
  app.post('/store', (request) =>
    formReader(request, files)(limits, (_data, file) =>
      writeIncoming(file.open(), join(root, 'stored'), limits),
    ),
  );
  app.post('/refuse', (request) =>
    formReader(request, files)(limits, async () => {
      throw new Error('refused before the file was opened');
    }),
  );
  base = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(async () => {
  await app.close();
  expect(readdirSync(join(root, 'temporary'))).toEqual([]);
  rmSync(root, { recursive: true });
});

type Part = [name: string, value: string | Blob, filename?: string];

function post(path: string, parts: Part[]): Promise<Response> {
  const form = new FormData();
  for (const [name, value, filename] of parts) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, filename);
  }
  return fetch(base + path, { method: 'POST', body: form });
}

const file = (content: string): Part => ['file', new Blob([content]), 'a.csv'];
const data: Part = ['data', '{"name":"g"}'];

describe('a form', () => {
  const large = 'x'.repeat(300_000);
  it.each<[string, Part[]]>([
    ['with the data first', [data, file(large)]],
    ['with the file first', [file(large), data]],
    [
      'with the data as a file',
      [['data', new Blob(['{"name":"g"}'], { type: 'application/json' }), 'blob'], file(large)],
    ],
  ])('%s is read', async (_what, parts) => {
    const answer = await post('/read', parts);
    expect(await answer.json()).toEqual({ data: { name: 'g' }, filename: 'a.csv', file: large });
  });

  it('whose data is of the type application/json is read', async () => {
    const body = [
      '--b\r\nContent-Disposition: form-data; name="data"\r\nContent-Type: application/json\r\n\r\n{"name":"g"}\r\n',
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nabc\r\n--b--\r\n',
    ].join('');
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const answer = await fetch(`${base}/read`, { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({ data: { name: 'g' }, file: 'abc' });
  });

  it('whose file has no name is read', async () => {
    const body = [
      '--b\r\nContent-Disposition: form-data; name="data"\r\n\r\n{}\r\n',
      '--b\r\nContent-Disposition: form-data; name="file"\r\nContent-Type: application/octet-stream\r\n\r\nabc\r\n--b--\r\n',
    ].join('');
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const answer = await fetch(`${base}/read`, { method: 'POST', headers, body });
    expect(await answer.json()).toEqual({ data: {}, filename: 'upload', file: 'abc' });
  });

  it.each<[string, Part[], string]>([
    ['no data', [file('x')], 'the part \\"data\\" is missing'],
    ['no file', [data], 'the part \\"file\\" is missing'],
    ['nothing', [], 'is missing'],
    ['a file that is a text', [data, ['file', 'x']], 'unexpected part \\"file\\"'],
    ['two data', [data, data, file('x')], 'unexpected part \\"data\\"'],
    ['two files before the data', [file('x'), file('y'), data], 'unexpected part \\"file\\"'],
    ['another part', [['extra', 'x'], data, file('x')], 'unexpected part \\"extra\\"'],
    ['data that is no JSON', [['data', '{name'], file('x')], 'not JSON'],
    ['data that is too long', [['data', `"${'x'.repeat(70_000)}"`], file('x')], 'too long'],
    [
      'a data file that is too long',
      [['data', new Blob(['x'.repeat(70_000)]), 'b'], file('x')],
      'more than 65536 bytes',
    ],
  ])('with %s is refused', async (_what, parts, message) => {
    const answer = await post('/read', parts);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(message);
  });

  it('that is none is refused', async () => {
    const answer = await fetch(`${base}/read`, { method: 'POST' });
    expect(await answer.json()).toMatchObject({ error_code: 'INVALID_REQUEST' });
  });

  it.each<[string, Part[]]>([
    ['first', [file('x'.repeat(MAX_BYTES + 1)), data]],
    ['last', [data, file('x'.repeat(MAX_BYTES + 1))]],
  ])('with a file that is too large, %s, is refused', async (_what, parts) => {
    const answer = await post('/store', parts);
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ error_code: 'FILE_TOO_LARGE' });
    expect(readdirSync(root)).not.toContain('stored');
  });

  it('that is refused early leaves the sender time to read why', async () => {
    const answer = await post('/refuse', [data, file('x'.repeat(8_000_000))]);
    expect(answer.status).toBe(500);
  });
});

describe('a form that breaks off', () => {
  const head =
    '--b\r\nContent-Disposition: form-data; name="data"\r\n\r\n{}\r\n' +
    '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n';
  const request = (length: number) =>
    `POST /store HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${length}\r\n\r\n`;

  it('in the middle of the file is refused', async () => {
    const body = `${head}half`;
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const answer = await fetch(`${base}/store`, { method: 'POST', headers, body });
    expect(answer.status).toBe(400);
    expect(readdirSync(root)).not.toContain('stored');
  });

  it.each([
    'multipart/form-data',
    `multipart/form-data; boundary=${'b'.repeat(300)}`,
    'multipart/form-data; boundary=',
  ])('for want of a boundary is refused: %s', async (type) => {
    const answer = await fetch(`${base}/store`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: head,
    });
    expect(await answer.json()).toMatchObject({ error_code: 'INVALID_REQUEST' });
  });

  it('with its connection leaves nothing', async () => {
    const socket = connect(Number(new URL(base).port), '127.0.0.1');
    socket.write(`${request(5_000_000)}${head}half`);
    await uploading;
    socket.destroy();
    expect(await failed).toBeInstanceOf(Error);
    expect(readdirSync(root)).not.toContain('stored');
  });
});
