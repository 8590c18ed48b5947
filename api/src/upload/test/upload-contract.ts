import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Execution } from '../../execution/execution.entity.js';
import { releaseReservation } from '../../reservation/release-reservation.js';
import { ProvenWorld } from '../../test/proven-world.js';
import { storedGroup } from '../../test/rows.js';
import { send } from '../../test/send.js';
import { sha256 } from '../../test/sha256.js';
import type { TestSettings } from '../../test/test-server.js';
import { until } from '../../test/until.js';
import { dropDeadUploads } from '../drop-dead-uploads.js';
import { ResumableUpload } from '../resumable-upload.entity.js';
import { UploadCaller } from './upload-caller.js';

/** How an upload goes its way, whatever store keeps its pieces. */
export function uploadContract(settings: () => Promise<TestSettings>): void {
  let world: ProvenWorld;
  let caller: UploadCaller;
  let content: Buffer;

  beforeEach(async () => {
    world = await ProvenWorld.make(await settings());
    caller = new UploadCaller(world, (await world.reserve('EXECUTE')).token);
    content = world.fixture.a.execution;
  });
  afterEach(() => world[Symbol.asyncDispose]());

  const pieces = (id: string) => world.server.app.server.files.pieces.list(id);

  /** They go beside the answer that they are no longer needed for. */
  const piecesAreGone = (id: string) => until(async () => (await pieces(id)).length === 0);

  const beingSent = async (id: string) =>
    (await world.server.context().em.findOneOrFail(ResumableUpload, id)).writer !== null;

  it('goes on piece by piece, and is handed in by its id', async () => {
    const begun = await caller.begin(content);
    expect(begun).toMatchObject({ offset: 0, complete: false });
    const cut = Math.floor(content.length / 3);
    const first = await caller.patch(begun.url, 0, content.subarray(0, cut));
    expect([first.status, first.headers['upload-offset']]).toEqual([204, String(cut)]);
    const looked = await send(caller.address(begun.url), { method: 'HEAD' });
    expect(looked).toMatchObject({
      status: 200,
      headers: {
        'upload-offset': String(cut),
        'upload-length': String(content.length),
        'upload-expires': expect.stringMatching(/GMT$/u),
        'tus-resumable': '1.0.0',
        'cache-control': 'no-store',
      },
    });
    const again = await caller.begin(content);
    expect(again).toMatchObject({ id: begun.id, offset: cut, complete: false });
    expect((await caller.patch(again.url, cut, content.subarray(cut))).status).toBe(204);
    expect(await caller.begin(content)).toMatchObject({ offset: content.length, complete: true, url: null });

    expect(await caller.submit(begun.id)).toEqual({ state: 'EXECUTED' });
    expect(await world.has(sha256(content))).toBe(true);
    await piecesAreGone(begun.id);
    // Whoever did not hear the answer asks again.
    expect(await caller.begin(content)).toMatchObject({ id: begun.id, complete: true, url: null });
    expect(await caller.submit(begun.id)).toEqual({ state: 'EXECUTED' });
    expect(await world.server.context().em.count(Execution, {})).toBe(1);
  });

  it('keeps what came before a connection broke, and goes on from there', async () => {
    const { id, url } = await caller.begin(content);
    const cut = Math.floor(content.length / 2);
    const requests: IncomingMessage[] = [];
    world.server.app.http.server.on('request', (request: IncomingMessage) => requests.push(request));
    const broken = caller.open(url, 0);
    broken.write(content.subarray(0, cut));
    // Read by whoever keeps it, and not only by the system.
    await until(async () =>
      requests.some(({ socket, readableLength }) => socket.bytesRead > cut && readableLength === 0),
    );
    broken.destroy();
    await until(async () => (await caller.offset(url)) === cut);
    await until(async () => (await caller.patch(url, cut, content.subarray(cut))).status === 204);
    expect(await caller.submit(id)).toEqual({ state: 'EXECUTED' });
  });

  it('refuses a second writer while the first one sends, and a third after the first has ended it', async () => {
    const { id, url } = await caller.begin(content);
    const first = caller.open(url, 0);
    first.write(content.subarray(0, 10));
    const whole = () => caller.patch(url, 0, content);
    await until(() => beingSent(id));
    expect(await whole()).toMatchObject({
      status: 423,
      headers: { 'retry-after': expect.stringMatching(/^\d+$/u) },
    });
    expect(await caller.begin(content)).toMatchObject({ id, beingSent: true });
    first.end(content.subarray(10));
    const [answer] = await once(first, 'response');
    expect(answer.statusCode).toBe(204);
    expect((await whole()).status).toBe(409);
    expect(await caller.submit(id)).toEqual({ state: 'EXECUTED' });
  });

  it('goes on after a writer that has died', async () => {
    const { id, url } = await caller.begin(content);
    await caller.patch(url, 0, content.subarray(0, 10));
    const { em } = world.server.context();
    const writerUntil = new Date((await world.server.clock.now(em)).getTime() + 15_000);
    await em.nativeUpdate(ResumableUpload, { id }, { writer: 'a process that died', writerUntil });
    expect((await caller.patch(url, 10, content.subarray(10))).status).toBe(423);
    world.server.clock.aheadMs += 15_001;
    expect((await caller.patch(url, 10, content.subarray(10))).status).toBe(204);
    expect(await caller.submit(id)).toEqual({ state: 'EXECUTED' });
  });

  it('throws away what has another hash, and begins again', async () => {
    const { id, url } = await caller.begin(content);
    await caller.patch(url, 0, content.subarray(0, 100));
    const wrong = await caller.patch(url, 100, Buffer.alloc(content.length - 100));
    expect([wrong.status, wrong.body.toString()]).toEqual([460, expect.stringContaining(sha256(content))]);
    expect(await pieces(id)).toEqual([]);
    expect(await caller.offset(url)).toBe(0);
    // In one go it is hashed as it comes.
    expect((await caller.patch(url, 0, Buffer.alloc(content.length))).status).toBe(460);
    expect((await caller.patch(url, 0, content)).status).toBe(204);
    expect(await caller.submit(id)).toEqual({ state: 'EXECUTED' });
  });

  it('begins again when its bytes were damaged before they were handed in', async () => {
    const { id, url } = await caller.begin(content);
    await caller.patch(url, 0, content);
    const { files } = world.server.app.server;
    const folder = await files.tempFolder();
    const damaged = Buffer.alloc(content.length);
    await writeFile(join(folder.path, 'piece'), damaged);
    const piece = { sha256: sha256(damaged), size: damaged.length };
    await files.pieces.put(id, 0, join(folder.path, 'piece'), piece);
    await folder.remove();
    await expect(caller.submit(id)).rejects.toThrow(sha256(damaged));
    const again = await caller.begin(content);
    expect(again).toMatchObject({ id, offset: 0, complete: false });
    expect((await caller.patch(again.url, 0, content)).status).toBe(204);
    expect(await caller.submit(id)).toEqual({ state: 'EXECUTED' });
  });

  it('leaves no piece of an upload that went while it came', async () => {
    const { id, url } = await caller.begin(content);
    const sending = caller.open(url, 0);
    sending.write(content.subarray(0, 10));
    await until(() => beingSent(id));
    await world.server.context().em.nativeDelete(ResumableUpload, id);
    sending.end(content.subarray(10));
    const [answer] = await once(sending, 'response');
    expect(answer.statusCode).toBe(404);
    await piecesAreGone(id);
  });

  it('takes no more of an execution once its lease has ended', async () => {
    const { id, url } = await caller.begin(content);
    const sending = caller.open(url, 0);
    sending.write(content.subarray(0, 10));
    await until(() => beingSent(id));
    await releaseReservation(world.server.context(), { token: caller.token });
    sending.end(content.subarray(10));
    const [answer] = await once(sending, 'response');
    expect(answer.statusCode).toBe(409);
  });

  it('takes a proof, also when the lease has ended', async () => {
    const { proof } = world.fixture.a;
    const { id, url } = await caller.begin(proof, 'PROOF');
    world.server.clock.aheadMs += 60_001;
    expect((await caller.patch(url, 0, proof)).status).toBe(204);
    const input = { inputGroupId: world.groups.a.id, token: caller.token, uploadId: id };
    const submit = 'mutation ($input: SubmitProofInput!) { submitProof(input: $input) { sha256 } }';
    for (const _ of [1, 2])
      expect(await world.server.get(submit, { input })).toEqual({ sha256: sha256(proof) });
    expect(await storedGroup(world.server, world.groups.a.id)).toMatchObject({ state: 'PROVEN' });
    await piecesAreGone(id);
  });

  it('takes the bytes once more when they are gone', async () => {
    const { id, url } = await caller.begin(content);
    await caller.patch(url, 0, content);
    await world.server.app.server.files.pieces.remove(id);
    const again = await caller.begin(content);
    expect(again).toMatchObject({ id, offset: 0, complete: false });
    expect((await caller.patch(again.url, 0, content)).status).toBe(204);
    expect(await caller.submit(id)).toEqual({ state: 'EXECUTED' });
  });

  it('answers before its pieces are gone, and leaves those to the collector that a stop keeps it from removing', async () => {
    const { files, pieceRemovals } = world.server.app.server;
    const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
    const removed: string[] = [];
    const { remove } = files.pieces;
    files.pieces.remove = async (upload) => {
      await held;
      await remove.call(files.pieces, upload);
      removed.push(upload);
    };
    const { id, url } = await caller.begin(content);
    await caller.patch(url, 0, content);
    expect(await caller.submit(id)).toEqual({ state: 'EXECUTED' });
    expect(await pieces(id)).toHaveLength(1);

    await pieceRemovals.end(0);
    const proving = new UploadCaller(world, (await world.reserve('PROVE')).token);
    const { proof } = world.fixture.a;
    const later = await proving.begin(proof, 'PROOF');
    await proving.patch(later.url, 0, proof);
    const input = { inputGroupId: world.groups.a.id, token: proving.token, uploadId: later.id };
    const submit = 'mutation ($input: SubmitProofInput!) { submitProof(input: $input) { sha256 } }';
    expect(await world.server.get(submit, { input })).toEqual({ sha256: sha256(proof) });
    letGo();
    // A folder is empty before it is gone, and the collector would count it too.
    await until(() => removed.length > 0);
    expect([removed, await pieces(later.id)]).toEqual([[id], [expect.anything()]]);
    expect(await dropDeadUploads(world.server.app.server)).toBe(1);
    expect(await pieces(later.id)).toEqual([]);
  });
}
