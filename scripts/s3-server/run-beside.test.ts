import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { temporaryFolder } from '../test/temporary-folder.js';
import { runBeside } from './run-beside.mjs';

const never = new AbortController().signal;
const sh = (script: string) => ['sh', '-c', script];

test('tells a command where the server is, and ends as it ends', async () => {
  const url = 'http://cairn:secret@127.0.0.1:4321';
  expect(await runBeside(sh(`[ "$CAIRN_TEST_S3" = ${url} ] && exit 3`), url, never)).toBe(3);
  expect(await runBeside(sh('[ "$CAIRN_TEST_S3" = http://from-before ]'), undefined, never)).toBe(1);
  expect(await runBeside(sh('kill -9 $$'), url, never)).toBe(137);
});

test('passes a signal on to the command, and does not start it after one', async () => {
  await using folder = await temporaryFolder();
  const ready = join(folder.path, 'ready');
  const stop = new AbortController();
  const script = `trap "exit 5" TERM; touch "${ready}"; while :; do sleep 0.01; done`;
  const ended = runBeside(sh(script), undefined, stop.signal);
  while (!existsSync(ready)) await delay(5);
  stop.abort('SIGTERM');
  expect(await ended).toBe(5);
  expect(await runBeside(sh('exit 0'), undefined, stop.signal)).toBe(143);
});
