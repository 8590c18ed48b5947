import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { submitExecution } from '../execution/submit-execution.js';
import { deleteInputGroups } from '../input-group/delete-input-groups.js';
import { releaseReservation } from '../reservation/release-reservation.js';
import { ProvenWorld } from '../test/proven-world.js';
import { source } from '../test/scenario.js';
import { sha256 } from '../test/sha256.js';
import type { TestSettings } from '../test/test-server.js';
import { until } from '../test/until.js';
import { appendToUpload } from './append-to-upload.js';
import { beginUpload } from './begin-upload.js';
import { dropDeadUploads } from './drop-dead-uploads.js';
import { dropUnwantedUploads } from './drop-unwanted-uploads.js';
import { ResumableUpload } from './resumable-upload.entity.js';
import { UploadCaller } from './test/upload-caller.js';

const HOUR_MS = 60 * 60 * 1000;

let world: ProvenWorld;

async function start(limits: TestSettings['limits'] = {}): Promise<void> {
  world = await ProvenWorld.make({ limits });
}
afterEach(() => world[Symbol.asyncDispose]());

const uploads = () => world.server.context().em.find(ResumableUpload, {});
const pieces = (id: string) => world.server.app.server.files.pieces.list(id);
const collect = () => dropDeadUploads(world.server.app.server);
const caller = async (address?: string) =>
  new UploadCaller(world, (await world.reserve('EXECUTE_AND_PROVE', address)).token);

it('has one execution and one proof of a reservation under way; another file takes their place', async () => {
  await start();
  const one = await caller();
  const first = await one.begin(Buffer.from('first'));
  await one.patch(first.url, 0, Buffer.from('fi'));
  const proof = await one.begin(Buffer.from('first'), 'PROOF');
  const second = await one.begin(Buffer.from('second'));
  expect((await uploads()).map(({ id }) => id).sort()).toEqual([second.id, proof.id].sort());
  await until(async () => (await pieces(first.id)).length === 0);
  expect((await one.patch(first.url, 2, Buffer.from('rst'))).status).toBe(404);
});

it('makes one upload of a request that comes many times at once', async () => {
  await start();
  const one = await caller();
  const begun = await Promise.all([1, 2, 3, 4].map(() => one.begin(Buffer.from('first'))));
  expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
  expect(await uploads()).toHaveLength(1);
});

it('bounds what one network has under way, from whichever reservations', async () => {
  await start({ leasesPerAddress: 1 });
  const mine = await caller();
  await mine.begin(Buffer.from('first'));
  const file = { kind: 'PROOF', size: 1, sha256: sha256('x') } as const;
  expect(await mine.refusal(file)).toBe('RATE_LIMITED');
  const other = world.server.context({ address: '127.0.0.2' });
  expect(await beginUpload(other, { token: mine.token, ...file })).toMatchObject({ offset: 0 });
});

it('counts what is announced against the quota of executions, until it is used or too late', async () => {
  await start({ executionQuotaBytes: 100 });
  const [one, two] = [await caller(), await caller()];
  await one.begin(Buffer.alloc(60));
  const file = { kind: 'EXECUTION', size: 41, sha256: sha256('x') };
  expect(await two.refusal(file)).toBe('INVALID_STATE');
  await one.begin(Buffer.alloc(59));
  expect(await two.begin(Buffer.alloc(41))).toMatchObject({ offset: 0 });
  // A proof is always taken.
  expect(await one.begin(Buffer.alloc(100), 'PROOF')).toMatchObject({ offset: 0 });
});

it('drops executions whose lease has ended, and counts them no more', async () => {
  await start({ executionQuotaBytes: 100 });
  const released = await caller();
  const { id, url } = await released.begin(Buffer.alloc(60));
  await released.patch(url, 0, Buffer.alloc(10));
  const proof = await released.begin(Buffer.alloc(60), 'PROOF');
  const ctx = world.server.context();
  await dropUnwantedUploads(ctx, ctx.log);
  expect(await pieces(id)).toHaveLength(1);
  await releaseReservation(world.server.context(), { token: released.token });
  expect(await dropUnwantedUploads(ctx, ctx.log)).toBe(1);
  expect(await pieces(id)).toEqual([]);
  expect((await uploads()).map((upload) => upload.id)).toEqual([proof.id]);

  const lapsed = await caller();
  expect(await lapsed.begin(Buffer.alloc(100))).toMatchObject({ offset: 0 });
  world.server.clock.aheadMs += 60_001;
  expect(await dropUnwantedUploads(ctx, ctx.log)).toBe(1);
});

it('bounds the bytes that one network has announced', async () => {
  await start({ executionBytes: 100 });
  const [one, two] = [await caller(), await caller()];
  await one.begin(Buffer.alloc(100));
  await one.begin(Buffer.alloc(100), 'PROOF');
  await two.begin(Buffer.alloc(100));
  const file = { kind: 'PROOF', size: 101, sha256: sha256('x') } as const;
  expect(await two.refusal(file)).toBe('RATE_LIMITED');
  const other = world.server.context({ address: '127.0.0.2' });
  expect(await beginUpload(other, { token: two.token, ...file })).toMatchObject({ offset: 0 });
});

it('is handed in by one request at a time, and by few in all', async () => {
  await start();
  const one = await caller();
  const content = world.fixture.a.execution;
  const { id, url } = await one.begin(content);
  await one.patch(url, 0, content);
  const { em } = world.server.context();
  const writerUntil = new Date((await world.server.clock.now(em)).getTime() + 15_000);
  await em.nativeUpdate(ResumableUpload, { id }, { writer: 'another request', writerUntil });
  await expect(one.submit(id)).rejects.toThrow('Another request sends or hands in this upload now');
  await em.nativeUpdate(ResumableUpload, { id }, { writer: null, writerUntil: null });

  const { handIns } = world.server.app.server;
  const networks = Array.from({ length: 16 }, (_, index) => `10.${index}.0.1`);
  const leave = networks.map((address) => handIns.take(address));
  await expect(one.submit(id)).rejects.toThrow('As many uploads are handed in');
  for (const free of leave) free();
  const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => one.submit(id)));
  expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
  expect(await one.submit(id)).toEqual({ state: 'RESERVED' });
});

it('keeps an upload for an hour from its last piece, and for a day at most', async () => {
  await start();
  const one = await caller();
  const content = Buffer.alloc(200, 'x');
  const { id, url } = await one.begin(content, 'PROOF');
  const began = world.server.clock.aheadMs;
  let offset = 0;
  const send = async () => (await one.patch(url, offset, content.subarray(offset, ++offset))).status;
  for (let hours = 0; hours < 23.6; hours += 0.8) {
    expect(await send()).toBe(204);
    world.server.clock.aheadMs = began + hours * HOUR_MS;
    expect(await collect()).toBe(0);
  }
  expect(await send()).toBe(204);
  world.server.clock.aheadMs = began + 24 * HOUR_MS;
  expect(await send()).toBe(404);
  expect(await collect()).toBe(1);
  expect(await pieces(id)).toEqual([]);
  expect(await uploads()).toEqual([]);
});

it('removes the pieces of an upload that went with its group', async () => {
  await start();
  const one = await caller();
  const { id, url } = await one.begin(Buffer.from('first'));
  await one.patch(url, 0, Buffer.from('fi'));
  await deleteInputGroups(world.owner(), { ids: [world.groups.a.id] });
  expect(await uploads()).toEqual([]);
  expect(await collect()).toBe(1);
  expect(await pieces(id)).toEqual([]);
});

it('cuts off who sends for too long, and keeps what came', async () => {
  await start();
  const one = await caller();
  const whole = Buffer.alloc(100);
  const { id } = await one.begin(whole);
  const content = new PassThrough();
  content.write(whole.subarray(0, 10));
  const linked = { id, size: whole.length, sha256: sha256(whole) };
  const appended = appendToUpload(
    world.server.context(),
    linked,
    { offset: 0, length: undefined, content },
    200,
  );
  await expect(appended).rejects.toThrow('Premature close');
  expect(await pieces(id)).toEqual([{ offset: 0, size: 10 }]);
  expect(await one.begin(whole)).toMatchObject({ offset: 10, beingSent: false });
});

it('takes no bytes of what came in too many small pieces', async () => {
  await start();
  const one = await caller();
  const content = Buffer.alloc(1000);
  const { id, url } = await one.begin(content);
  const { files } = world.server.app.server;
  const folder = await files.tempFolder();
  const path = join(folder.path, 'piece');
  for (let offset = 0; offset < 501; offset += 1) {
    await writeFile(path, 'x');
    await files.pieces.put(id, offset, path, { sha256: sha256('x'), size: 1 });
  }
  await folder.remove();
  const { status, body } = await one.patch(url, 501, content.subarray(501));
  expect([status, body.toString()]).toEqual([400, expect.stringContaining('501 pieces')]);
});

it('begins no execution of a reservation to prove', async () => {
  await start();
  const { token } = await world.reserve('EXECUTE');
  const execution = source(world.fixture.a.execution);
  await submitExecution(world.server.context(), { token, execution });
  const proving = new UploadCaller(world, (await world.reserve('PROVE')).token);
  const file = { size: 1, sha256: sha256('x') };
  expect(await proving.refusal({ ...file, kind: 'EXECUTION' })).toBe('INVALID_STATE');
  expect(await proving.begin(Buffer.from('x'), 'PROOF')).toMatchObject({ offset: 0 });
});

it('begins nothing of what is proven', async () => {
  await start();
  const one = await caller();
  await world.submit(world.groups.a, world.fixture.a.proof);
  const file = { size: 1, sha256: sha256('x') };
  expect(await one.refusal({ ...file, kind: 'EXECUTION' })).toBe('SUPERSEDED');
  expect(await one.refusal({ ...file, kind: 'PROOF' })).toBe('SUPERSEDED');
});
