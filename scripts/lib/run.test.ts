import { run } from './run.mjs';

const node = (code: string) => ['-e', code];

test('gathers what is written, and the exit code', async () => {
  const pieces: string[] = [];
  const code = 'console.log("out"); console.error("err"); process.exitCode = 3';
  const result = await run(process.execPath, node(code), { onText: (text) => pieces.push(text) });
  expect(result).toMatchObject({ code: 3, stdout: 'out\n' });
  expect(pieces.join('')).toBe(result.text);
  expect(result.text).toContain('err\n');
});

test('a program that cannot be started is a failure, not an exception', async () => {
  expect(await run('/no/such/program', [])).toMatchObject({
    code: 127,
    text: expect.stringContaining('ENOENT'),
  });
});

test('the signal ends it, before it starts too', async () => {
  const stop = new AbortController();
  const forever = node('setInterval(() => {}, 1000); console.log("up")');
  const running = run(process.execPath, forever, { signal: stop.signal, onText: () => stop.abort() });
  expect((await running).code).toBe(143);
  expect((await run(process.execPath, forever, { signal: stop.signal })).code).toBe(143);
});
