import Fastify, { type FastifyInstance } from 'fastify';
import { putContent } from '../../test/put-content.js';
import { sha256 } from '../../test/sha256.js';
import { DownloadLinks } from '../download-link.js';
import { filesRoutes } from '../files-routes.js';
import type { StoreUnderTest } from './store-under-test.js';

const CONTENT = '0123456789';

/** How files leave by signed links, whatever store keeps them. */
export function downloadContract(make: () => Promise<StoreUnderTest>): void {
  let store: StoreUnderTest;
  let app: FastifyInstance;
  let base: string;
  let url: string;
  let now: Date;

  beforeEach(async () => {
    store = await make();
    now = new Date();
    const links = new DownloadLinks('a secret for the links', () => now);
    app = Fastify({ forceCloseConnections: true });
    await app.register(filesRoutes, { files: store.files, links });
    base = await app.listen({ port: 0, host: '127.0.0.1' });
    const { sha256: hash } = await putContent(store.files, CONTENT);
    const link = {
      sha256: hash,
      filename: '../Ergebnis "ü"\r\n.bin',
      contentType: 'application/octet-stream',
    };
    url = base + links.sign(link);
  });
  afterEach(async () => {
    await app.close();
    await store[Symbol.asyncDispose]();
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

    it('is over when the link is', async () => {
      now = new Date(now.getTime() + 5 * 60_000);
      const answer = await fetch(url);
      expect([answer.status, await answer.json()]).toMatchObject([403, { error_code: 'FORBIDDEN' }]);
    });

    it('of a deleted file says so, without a file name', async () => {
      await store.age(sha256(CONTENT));
      await store.files.delete(sha256(CONTENT));
      const answer = await fetch(url);
      expect(await answer.json()).toMatchObject({ error_code: 'FORBIDDEN' });
      expect(answer.headers.get('content-disposition')).toBeNull();
    });
  });
}
