import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@cairn/tui-kit/test';
import { spawn } from '@lydell/node-pty';
import { type StubAnswer, stubServer } from '../test/stub-server.js';

const BIN = fileURLToPath(new URL('../../dist/bin.js', import.meta.url));
const SECRET = 'correct horse battery';

const token = { id: 't', token: 'x', expiresAt: '2099-01-01T00:00:00Z' };
const begun = { basicToken: token, refreshToken: token, organization: { id: 'o1', name: 'Lab' } };

/** Runs a shell line on a real pseudo-terminal and types an answer whenever its prompt has appeared. */
async function atTerminal(line: string, env: Record<string, string>, answers: readonly [string, string][]) {
  const child = spawn('/bin/sh', ['-c', line], { env: { ...process.env, NODE_OPTIONS: '', ...env } });
  const left = [...answers];
  let screen = '';
  let seen = 0;
  child.onData((data) => {
    screen += data;
    const [prompt = '', answer = ''] = left[0] ?? [];
    if (left.length === 0 || !screen.slice(seen).includes(prompt)) return;
    seen = screen.length;
    left.shift();
    child.write(answer);
  });
  await new Promise<void>((resolve) => {
    child.onExit(() => resolve());
  });
  return screen;
}

async function withStub(answer: StubAnswer) {
  const folder = await temporaryFolder();
  const stub = await stubServer(() => answer);
  const env = { CAIRN_ORG_DIR: folder.path, PROGRAM_DISTRIBUTOR_URL: stub.url };
  const dispose = async () => {
    await stub[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  };
  return { env, requests: stub.requests, [Symbol.asyncDispose]: dispose };
}

const ORG = `'${process.execPath}' '${BIN}'`;

test('asks for the password without showing it, and logs in', async () => {
  await using at = await withStub({ data: { login: begun } });
  const screen = await atTerminal(`${ORG} login --username lab; echo "code $?"`, at.env, [
    ['Password: ', `${SECRET}\r`],
  ]);
  expect(screen).toContain('Logged in as Lab');
  expect(screen).toContain('code 0');
  expect(screen).not.toContain(SECRET);
  expect(at.requests[0]?.variables).toEqual({ input: { username: 'lab', password: SECRET } });
});

test('asks twice for a new password, and sends nothing when the two differ', async () => {
  await using at = await withStub({ data: { register: begun } });
  const screen = await atTerminal(`${ORG} register --username lab --name Lab; echo "code $?"`, at.env, [
    ['Password: ', `${SECRET}\r`],
    ['Again: ', 'something else\r'],
  ]);
  expect(screen).toContain('the two passwords differ');
  expect(screen).toContain('code 2');
  expect(at.requests).toEqual([]);
});

test('Ctrl-C at the prompt ends it, with the terminal as it was', async () => {
  await using at = await withStub({ data: { login: begun } });
  const screen = await atTerminal(`${ORG} login --username lab; echo "code $?"; stty -a`, at.env, [
    ['Password: ', 'half a sec\u0003'],
  ]);
  expect(screen).toContain('code 130');
  expect(screen).not.toContain('half a sec');
  expect(screen).toMatch(/ icanon /);
  expect(screen).toMatch(/ echo /);
  expect(at.requests).toEqual([]);
});
