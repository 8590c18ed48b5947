import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { s3StoreUnderTest } from './files/s3/test/s3-store-under-test.js';
import { collectGarbage } from './storage/collect-garbage.js';
import { namedAmong } from './storage/file-references.js';
import { send } from './test/send.js';
import { needsService } from './test/services.js';
import { TestServer } from './test/test-server.js';
import { until } from './test/until.js';
import { goTheWholeWay } from './test/whole-path.js';

needsService('s3');

it('goes the whole way with the files in a bucket, and keeps there what rows name', async () => {
  await using store = await s3StoreUnderTest();
  await using server = await TestServer.start({ files: store.place });
  const link = await goTheWholeWay(server);
  expect(await readdir(join(server.folder, 'files'))).toEqual(['temporary']);
  expect(await readdir(join(server.folder, 'files', 'temporary'))).toEqual([]);
  const em = server.app.server.database.em.fork();
  const before = await store.stored();
  const named = await namedAmong(em, before);
  // Archive, executable and input; the confirmed proof and its execution are for the collector.
  expect([before.length, named.size]).toEqual([5, 3]);
  for (const sha256 of before) await store.age(sha256);
  expect(await collectGarbage(em, server.app.server.files)).toBe(2);
  expect((await store.stored()).sort()).toEqual([...named].sort());
  expect((await send(link)).status).toBe(403);
}, 120_000);

it('is not ready, and says so to callers and operators, while the store is away', async () => {
  await using store = await s3StoreUnderTest();
  await using server = await TestServer.start({ files: store.place });
  expect((await send(`${server.url}/readyz`)).status).toBe(200);
  store.proxy.onRequest = () => 'denied';
  let answer = await send(`${server.url}/readyz`);
  // What was found a moment ago is remembered for a second.
  await until(async () => {
    answer = await send(`${server.url}/readyz`);
    return answer.status === 503;
  });
  expect(answer.body.toString()).toContain('The file store does not answer');
  // Why is for the operator's log alone.
  expect(answer.body.toString()).not.toContain(store.place.bucket);
  expect(server.logged.filter((line) => line.includes('not ready')).join()).toContain('UnknownError');
});
