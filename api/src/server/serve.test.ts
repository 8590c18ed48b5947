import { writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { askGraphql } from '../test/graphql-caller.js';
import { proofFixture } from '../test/proof-fixture.js';
import { send } from '../test/send.js';
import { ServerProcess } from '../test/server-process.js';
import { tempFolder } from '../test/temp-folder.js';

/** The compiled server, as an operator starts and stops it. */

it('says one line when it is ready, logs JSON beside, and stops at a signal', async () => {
  await using folder = await tempFolder();
  await using server = ServerProcess.start(folder.path);
  const url = await server.url();
  expect(server.stdout).toBe(`Cairn API listening on ${url}\n`);
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await send(`${url}/healthz`)).status).toBe(200);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(server.stdout).toBe(`Cairn API listening on ${url}\n`);
  for (const line of server.stderr.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
});

it('names a setting that is wrong, without a stack trace', async () => {
  await using folder = await tempFolder();
  await using server = ServerProcess.start(folder.path, { LOG_LEVEL: 'loud' });
  expect(await server.ended).toBe(2);
  expect(server.stderr).toMatch(/LOG_LEVEL.*loud.*expected one of fatal, error, warn/s);
  expect(server.stderr).not.toMatch(/\n {4}at /);
});

it('keeps accounts over a restart, and a kill', async () => {
  await using folder = await tempFolder();
  const account = { username: 'ada', password: 'correct horse' };
  const register = 'mutation ($i: RegisterInput!) { register(input: $i) { basicToken { token } } }';
  const login = 'mutation ($i: LoginInput!) { login(input: $i) { organization { name } } }';
  const first = ServerProcess.start(folder.path);
  const input = { ...account, name: 'Ada', description: '' };
  const { data } = await askGraphql(await first.url(), register, { i: input });
  first.child.kill('SIGKILL');
  await first.ended;
  await using second = ServerProcess.start(folder.path);
  const url = await second.url();
  expect((await askGraphql(url, login, { i: account })).data).toEqual({
    login: { organization: { name: 'Ada' } },
  });
  const { token } = (data as { register: { basicToken: { token: string } } }).register.basicToken;
  expect((await askGraphql(url, '{ me { name } }', {}, { token })).data).toEqual({ me: { name: 'Ada' } });
}, 60_000);

it('finishes an upload that is under way before it stops', async () => {
  await using folder = await tempFolder();
  await using server = ServerProcess.start(folder.path, { LOG_LEVEL: 'debug' });
  const url = await server.url();
  const register = 'mutation ($i: RegisterInput!) { register(input: $i) { basicToken { token } } }';
  const input = { username: 'ada', password: 'correct horse', name: 'Ada', description: '' };
  const { data } = await askGraphql(url, register, { i: input });
  const begun = () => server.stderr.split('request began').length;
  const before = begun();
  const { token } = (data as { register: { basicToken: { token: string } } }).register.basicToken;
  const { builtArchive } = await proofFixture();
  const answer = slowUpload(url, token, builtArchive, async () => {
    // What the server has not taken from its queue of connections is not under way: the system hangs up on it.
    while (begun() === before) await new Promise((resolve) => setTimeout(resolve, 5));
    server.child.kill('SIGTERM');
  });
  expect(JSON.parse(await answer)).toEqual({ data: { uploadProgram: { name: 'Sums' } } });
  expect(await server.ended).toBe(0);
});

it('says on /readyz that it stops, and answers on for a while', async () => {
  await using folder = await tempFolder();
  await using server = ServerProcess.start(folder.path, { CAIRN_DRAIN_SECONDS: '3' });
  const url = await server.url();
  expect((await send(`${url}/readyz`)).status).toBe(200);
  server.child.kill('SIGTERM');
  let ready = await send(`${url}/readyz`);
  while (ready.status === 200) ready = await send(`${url}/readyz`);
  expect([ready.status, JSON.parse(ready.body.toString()).reason]).toEqual([503, 'The server is stopping.']);
  expect((await askGraphql(url, '{ serverInfo { version } }')).errors).toEqual([]);
  expect((await send(`${url}/healthz`)).status).toBe(200);
  expect(await server.ended).toBe(0);
});

it('does not wait for ever for an upload that never ends', async () => {
  await using folder = await tempFolder();
  await using server = ServerProcess.start(folder.path, { CAIRN_STOP_SECONDS: '1' });
  const headers = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '1000' };
  const outgoing = request(`${await server.url()}/graphql`, { method: 'POST', headers, agent: false });
  const broken = new Promise((resolve) => outgoing.once('error', resolve));
  await new Promise((resolve) => outgoing.write('--x\r\n', resolve));
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(await broken).toMatchObject({ code: 'ECONNRESET' });
});

/** Sends half of a program, does something, and sends the rest. */
async function slowUpload(
  url: string,
  token: string,
  archive: Buffer,
  halfway: () => Promise<void>,
): Promise<string> {
  const query = 'mutation ($i: UploadProgramInput!) { uploadProgram(input: $i) { name } }';
  const variables = { i: { name: 'Sums', description: '', leaseSeconds: 60, archive: null } };
  const form = new FormData();
  form.append('operations', JSON.stringify({ query, variables }));
  form.append('map', '{"0":["variables.i.archive"]}');
  form.append('0', new Blob([new Uint8Array(archive)]), 'program.tar');
  const whole = new Request(url, { method: 'POST', body: form });
  const headers = {
    'content-type': whole.headers.get('content-type') ?? '',
    'apollo-require-preflight': 'true',
    authorization: `Bearer ${token}`,
  };
  const body = Buffer.from(await whole.arrayBuffer());
  const outgoing = request(`${url}/graphql`, { method: 'POST', headers, agent: false });
  const answer = new Promise<string>((resolve, reject) => {
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => {
      let text = '';
      incoming.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      incoming.on('end', () => resolve(text));
    });
  });
  await new Promise((resolve) => outgoing.write(body.subarray(0, body.length / 2), resolve));
  await halfway();
  await refused(`${url}/healthz`);
  outgoing.end(body.subarray(body.length / 2));
  return answer;
}

/** Waits until no new connection is taken. */
async function refused(url: string): Promise<void> {
  while (
    await send(url).then(
      ({ status }) => status === 200,
      () => false,
    )
  );
}

it('says what to do when the port is in use, without a stack trace', async () => {
  await using folder = await tempFolder();
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await using server = ServerProcess.start(folder.path, { SERVER_EXTERNAL_PORT: String(port) });
  expect(await server.ended).toBe(2);
  taken.close();
  expect(server.stdout).toBe('');
  const shown = server.stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{'));
  expect(shown).toEqual([
    `cairn-api: Port ${port} on 127.0.0.1 is in use by another program. Stop that program, or set SERVER_EXTERNAL_PORT to a free port (0 takes any).`,
  ]);
});

it.each([
  ['a bad port', { SERVER_EXTERNAL_PORT: 'x' }, 'SERVER_EXTERNAL_PORT: found "x", expected a port'],
  ['an address that is not its own', { SERVER_BIND: '203.0.113.1' }, 'SERVER_BIND: found "203.0.113.1"'],
])('says what is wrong with %s', async (_what, env, message) => {
  await using folder = await tempFolder();
  await using server = ServerProcess.start(folder.path, env);
  expect(await server.ended).toBe(2);
  expect(server.stderr).toContain(message);
  expect(server.stderr).not.toContain('    at ');
});

it('says what is wrong with a data folder that it cannot use', async () => {
  await using folder = await tempFolder();
  const file = join(folder.path, 'file');
  await writeFile(file, '');
  await using server = ServerProcess.start(file);
  expect(await server.ended).toBe(2);
  expect(server.stderr).toContain('Set CAIRN_DATA_DIR to a folder that may be written.');
});
