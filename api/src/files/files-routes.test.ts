import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import Fastify, { type FastifyInstance } from 'fastify';
import { DownloadLinks } from './download-link.js';
import type { FileStore } from './file-store.js';
import { filesRoutes } from './files-routes.js';
import { openLocalFileStore } from './local-file-store.js';

let root: string;
let files: FileStore;
let app: FastifyInstance;
let base: string;
let url: string;
const links = new DownloadLinks('a secret for the links', () => new Date());

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'cairn-links-'));
  files = await openLocalFileStore(root);
  app = Fastify({ forceCloseConnections: true });
  await app.register(filesRoutes, { files, links });
  base = await app.listen({ port: 0, host: '127.0.0.1' });
  const { sha256 } = await files.put(Readable.from([Buffer.from('0123456789')]), { maxBytes: 10, what: 'x' });
  url =
    base +
    links.sign({ sha256, filename: '../Ergebnis "ü"\r\n.bin', contentType: 'application/octet-stream' });
});
afterEach(async () => {
  await app.close();
  rmSync(root, { recursive: true });
});

describe('a download', () => {
  it('is sent whole, as an attachment that is neither kept nor guessed', async () => {
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('0123456789');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-disposition': 'attachment; filename="Ergebnis_u_.bin"',
      'content-length': '10',
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
    });
  });

  it('is sent in part', async () => {
    const answer = await fetch(url, { headers: { range: 'bytes=7-' } });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe('bytes 7-9/10');
    expect(await answer.text()).toBe('789');
  });

  it('says when a part lies outside', async () => {
    const answer = await fetch(url, { headers: { range: 'bytes=10-' } });
    expect(answer.status).toBe(416);
    expect(answer.headers.get('content-range')).toBe('bytes */10');
    await answer.text();
  });

  it('answers HEAD with the size alone', async () => {
    const answer = await fetch(url, { method: 'HEAD' });
    expect([answer.status, answer.headers.get('content-length')]).toEqual([200, '10']);
  });

  it.each(['/files/x.y', '/files/', `/files/${'x'.repeat(4000)}`])(
    'by the link %s is refused',
    async (path) => {
      const answer = await fetch(base + path);
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ status: 'error', error_code: 'FORBIDDEN' });
    },
  );

  it('of a deleted file says so, without a file name', async () => {
    rmSync(join(root, 'objects'), { recursive: true });
    const answer = await fetch(url);
    expect(await answer.json()).toMatchObject({ error_code: 'FORBIDDEN' });
    expect(answer.headers.get('content-disposition')).toBeNull();
  });
});
