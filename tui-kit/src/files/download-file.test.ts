import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answeringServer, temporaryFolder } from '@cairn/tui-kit/test';
import { serverAddress } from '../graphql/server-address.js';
import { downloadFile } from './download-file.js';
import { sha256OfFile } from './sha256-of-file.js';

const content = Buffer.alloc(300_000, 'cairn');
const sha256 = createHash('sha256').update(content).digest('hex');

async function download(serverUrl: string, folder: string, maxBytes = 1e6, expected = sha256) {
  const address = serverAddress(serverUrl);
  const destination = join(folder, 'deep', 'file.bin');
  return downloadFile({ address, url: '/file', destination, maxBytes, sha256: expected, timeoutMs: 200 });
}

test('writes the whole file in its place', async () => {
  await using folder = await temporaryFolder();
  await using server = await answeringServer((_, response) => void response.end(content));
  expect(await download(server.url, folder.path)).toEqual({ bytes: content.length, sha256 });
  expect((await readFile(join(folder.path, 'deep', 'file.bin'))).equals(content)).toBe(true);
  expect(await sha256OfFile(join(folder.path, 'deep', 'file.bin'))).toBe(sha256);
  expect(await sha256OfFile(join(folder.path, 'other'))).toBeUndefined();
});

test.each([
  ['a wrong hash', 1e6, 'f'.repeat(64), 'DOWNLOAD_CORRUPT', {}],
  [
    'a size that is said to be too large',
    1000,
    sha256,
    'DOWNLOAD_TOO_LARGE',
    { 'content-length': content.length },
  ],
  ['a size that turns out too large', 1000, sha256, 'DOWNLOAD_TOO_LARGE', {}],
])('keeps nothing after %s', async (_, maxBytes, expected, code, headers) => {
  await using folder = await temporaryFolder();
  await using server = await answeringServer(
    (_request, response) => void response.writeHead(200, headers).end(content),
  );
  await expect(download(server.url, folder.path, maxBytes, expected)).rejects.toMatchObject({ code });
  expect(await readdir(join(folder.path, 'deep'))).toEqual([]);
});

test('keeps nothing when the line breaks, the answer stops or the link is refused', async () => {
  await using folder = await temporaryFolder();
  await using server = await answeringServer((request, response) => {
    response.writeHead(request.url === '/gone/file' ? 403 : 200, { 'content-length': content.length });
    response.write(content.subarray(0, 1000), () => {
      if (request.url === '/broken/file') response.destroy();
      if (request.url === '/gone/file') response.end(content.subarray(1000));
    });
  });
  await expect(download(`${server.url}/broken`, folder.path)).rejects.toMatchObject({ exitCode: 69 });
  await expect(download(`${server.url}/stalled`, folder.path)).rejects.toThrow('the download stopped');
  await expect(download(`${server.url}/gone`, folder.path)).rejects.toMatchObject({
    code: 'DOWNLOAD_REFUSED',
  });
  expect(await readdir(join(folder.path, 'deep'))).toEqual([]);
});
