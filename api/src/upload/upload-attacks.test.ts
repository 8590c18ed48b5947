import { ProvenWorld } from '../test/proven-world.js';
import { send } from '../test/send.js';
import { sha256 } from '../test/sha256.js';
import { ResumableUpload } from './resumable-upload.entity.js';
import { errorOf, type ShownUpload, UploadCaller } from './test/upload-caller.js';
import { UploadLinks } from './upload-link.js';

const CONTENT = Buffer.from('ten bytes!');

let world: ProvenWorld;
let caller: UploadCaller;
let begun: ShownUpload;

beforeEach(async () => {
  world = await ProvenWorld.make();
  caller = new UploadCaller(world, (await world.reserve('EXECUTE_AND_PROVE')).token);
  begun = await caller.begin(CONTENT);
});
afterEach(() => world[Symbol.asyncDispose]());

const submitted = (input: Record<string, unknown>) =>
  world.server
    .ask('mutation ($input: SubmitExecutionInput!) { submitExecution(input: $input) { state } }', { input })
    .then(({ errors }) => errors[0]?.extensions.code);

it.each([
  ['another offset', 3, 409, 'INVALID_STATE'],
  ['no number', 'x', 400, 'INVALID_REQUEST'],
  ['a negative offset', -1, 400, 'INVALID_REQUEST'],
  ['an offset beyond the end', 11, 409, 'INVALID_STATE'],
])('takes nothing at %s', async (_what, offset, ...answer) => {
  expect(errorOf(await caller.patch(begun.url, offset, CONTENT))).toEqual(answer);
  expect(await caller.offset(begun.url)).toBe(0);
});

it('takes no byte more than announced, whether they say how many they send or not', async () => {
  const longer = Buffer.concat([CONTENT, Buffer.from('!')]);
  expect(errorOf(await caller.patch(begun.url, 0, longer))).toEqual([413, 'FILE_TOO_LARGE']);
  expect(await caller.offset(begun.url)).toBe(0);
  const chunked = { 'transfer-encoding': 'chunked' };
  expect(errorOf(await caller.patch(begun.url, 0, longer, chunked))).toEqual([413, 'FILE_TOO_LARGE']);
  expect(await caller.offset(begun.url)).toBeLessThanOrEqual(CONTENT.length);
});

it('takes nothing by an altered link, and by none of another server or for downloads', async () => {
  const url = begun.url ?? '';
  const [body = '', signature = ''] = url.slice('/uploads/'.length).split('.');
  const said = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
  const forged = (changes: object) =>
    `/uploads/${Buffer.from(JSON.stringify({ ...said, ...changes })).toString('base64url')}.${signature}`;
  const foreign = new UploadLinks('the secret of another server', () => new Date());
  const links = [
    ...[{ e: 1e12 }, { l: 1e12 }, { h: sha256('x') }, { u: begun.id.replace(/.$/u, 'x') }].map(forged),
    `/uploads/${body}`,
    '/uploads/',
    foreign.sign({ id: begun.id, size: CONTENT.length, sha256: sha256(CONTENT) }),
    url.replace('/uploads/', '/files/'),
  ];
  for (const link of links) {
    const { status } = await caller.patch(link, 0, CONTENT);
    expect([link, status]).toEqual([link, link.startsWith('/files/') ? 404 : 403]);
  }
  const download = world.server.app.server.links.sign({
    sha256: world.program.archiveSha256,
    filename: 'x',
    contentType: 'text/plain',
  });
  expect((await caller.patch(download.replace('/files/', '/uploads/'), 0, CONTENT)).status).toBe(403);
  expect((await send(caller.address(url.replace('/uploads/', '/files/')))).status).toBe(403);
  expect(await caller.offset(url)).toBe(0);
});

it('takes nothing by a link that has expired', async () => {
  const past = () => new Date(Date.now() - 300_001);
  const links = new UploadLinks(world.server.app.server.config.secrets.files, past);
  const url = links.sign({ id: begun.id, size: CONTENT.length, sha256: sha256(CONTENT) });
  expect(errorOf(await caller.patch(url, 0, CONTENT))).toEqual([403, 'FORBIDDEN']);
  expect((await send(caller.address(url), { method: 'HEAD' })).status).toBe(403);
});

it('changes nothing when a link is used again after the end', async () => {
  expect((await caller.patch(begun.url, 0, CONTENT)).status).toBe(204);
  for (const offset of [0, CONTENT.length])
    expect(errorOf(await caller.patch(begun.url, offset, CONTENT))).toEqual([409, 'INVALID_STATE']);
  expect(await caller.begin(CONTENT)).toMatchObject({ offset: CONTENT.length, complete: true });
});

it.each([
  ['another content type', { 'content-type': 'application/json' }, 415],
  ['another version of the protocol', { 'tus-resumable': '0.2.2' }, 412],
])('takes nothing of %s', async (_what, headers, status) => {
  expect((await caller.patch(begun.url, 0, CONTENT, headers)).status).toBe(status);
  expect(await caller.offset(begun.url)).toBe(0);
});

it('is handed in by the token that began it alone, as what it is, and whole', async () => {
  const own = { token: caller.token, uploadId: begun.id };
  expect(await submitted(own)).toBe('INVALID_STATE');
  await caller.patch(begun.url, 0, CONTENT);
  const { token } = await world.reserve('EXECUTE');
  expect(await submitted({ token, uploadId: begun.id })).toBe('UPLOAD_NOT_FOUND');
  for (const uploadId of ['', '..', begun.id.replace(/.$/u, 'x')])
    expect(await submitted({ token: caller.token, uploadId })).toBe('UPLOAD_NOT_FOUND');
  const proof = { inputGroupId: world.groups.a.id, uploadId: begun.id };
  for (const input of [proof, { ...proof, token: caller.token }]) {
    const { errors } = await world.server.ask(
      'mutation ($input: SubmitProofInput!) { submitProof(input: $input) { id } }',
      { input },
    );
    expect(errors[0]?.extensions.code).toBe('UPLOAD_NOT_FOUND');
  }
  expect(await submitted({ token: caller.token })).toBe('INVALID_REQUEST');
  // These bytes are no execution: they are judged once, and gone.
  expect(await submitted(own)).toBe('INVALID_REQUEST');
  expect(await submitted(own)).toBe('UPLOAD_NOT_FOUND');
  const anew = await caller.begin(CONTENT);
  expect(anew).toMatchObject({ offset: 0, complete: false });
  expect(anew.id).not.toBe(begun.id);
});

it('takes no bytes of an execution when its lease has ended', async () => {
  world.server.clock.aheadMs += 60_001;
  expect(errorOf(await caller.patch(begun.url, 0, CONTENT))).toEqual([409, 'RESERVATION_EXPIRED']);
  expect(await world.server.app.server.files.pieces.list(begun.id)).toEqual([]);
});

it('takes no bytes of an upload that has gone with its group', async () => {
  await world.server.context().em.nativeDelete(ResumableUpload, begun.id);
  expect(errorOf(await caller.patch(begun.url, 0, CONTENT))).toEqual([404, 'UPLOAD_NOT_FOUND']);
});

it.each([
  ['no bytes', { size: 0 }, 'INVALID_REQUEST'],
  ['half a byte', { size: 0.5 }, 'INVALID_REQUEST'],
  ['more than the server takes', { size: 1e12 }, 'FILE_TOO_LARGE'],
  ['a hash that is none', { sha256: '../x' }, 'INVALID_REQUEST'],
  ['a hash in upper case', { sha256: 'A'.repeat(64) }, 'INVALID_REQUEST'],
])('begins nothing of %s', async (_what, changes, code) => {
  expect(await caller.refusal({ kind: 'EXECUTION', size: 1, sha256: sha256('x'), ...changes })).toBe(code);
});
