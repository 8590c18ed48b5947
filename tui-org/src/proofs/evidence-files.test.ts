import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { openTestWorkplace } from '../test/open-test-workplace.js';
import { serverSays } from '../test/proof-facts.js';
import { EvidenceFiles } from './evidence-files.js';

const BYTES = 'the proof';
const sha256 = createHash('sha256').update(BYTES).digest('hex');
const proof = { ...serverSays, sha256, url: '/proof' };

/** A workplace and a server that hands out one file and counts how often. */
async function setUp() {
  await using stack = new AsyncDisposableStack();
  const folder = stack.use(await temporaryFolder());
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    if (request.url === '/graphql') {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ data: { proof } }));
      return;
    }
    response.statusCode = request.url === '/expired' ? 403 : 200;
    response.end(BYTES);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  stack.defer(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  });
  const { place } = await openTestWorkplace(folder.path, { url });
  const owned = stack.move();
  return { place, asked: () => asked, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

test('fetches a file once, keeps it, and finds it here afterwards', async () => {
  await using at = await setUp();
  const files = new EvidenceFiles(at.place);
  const paths = await Promise.all([files.proof(proof), files.proof(proof), files.proof(proof)]);
  expect(new Set(paths).size).toBe(1);
  expect(await readFile(paths[0] ?? '', 'utf8')).toBe(BYTES);
  expect(await new EvidenceFiles(at.place).proof({ ...proof, url: null })).toBe(paths[0]);
  expect(at.asked()).toBe(1);
});

test('does not keep a file that is another than it should be', async () => {
  await using at = await setUp();
  const other = { ...proof, sha256: 'a'.repeat(64) };
  await expect(new EvidenceFiles(at.place).proof(other)).rejects.toMatchObject({ code: 'DOWNLOAD_CORRUPT' });
  expect(await readdir(join(at.place.folder, 'proofs'))).toEqual([]);
});

test('asks for another link when one has expired', async () => {
  await using at = await setUp();
  const token = { id: 't', token: 'x', expiresAt: '2999-01-01T00:00:00.000Z' };
  const organization = { id: 'o', name: 'Lab' };
  await at.place.sessions.write({ username: 'lab', organization, basicToken: token, refreshToken: token });
  const path = await new EvidenceFiles(at.place).proof({ ...proof, url: '/expired' });
  expect(await readFile(path, 'utf8')).toBe(BYTES);
  expect(at.asked()).toBe(3);
});

test('says so when a kept file was altered, and does not replace it silently', async () => {
  await using at = await setUp();
  const path = await new EvidenceFiles(at.place).proof(proof);
  await writeFile(path, 'something else');
  await expect(new EvidenceFiles(at.place).proof(proof)).rejects.toMatchObject({
    code: 'LOCAL_FILE_DAMAGED',
  });
});

test('says so when nobody has the file any more', async () => {
  await using at = await setUp();
  await expect(new EvidenceFiles(at.place).proof({ ...proof, url: null })).rejects.toMatchObject({
    code: 'FILE_GONE',
    message: expect.stringContaining(sha256),
  });
});
