import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder, waitUntil } from '@cairn/tui-kit/test';
import { hostileSet } from '../../../test/hostile-set.js';
import { Reducing } from './reducing.js';

async function begun(source: string, { seconds = 20, signal = new AbortController().signal } = {}) {
  const folder = await temporaryFolder();
  const path = join(folder.path, 'sum.mjs');
  await writeFile(path, source);
  const reducing = new Reducing(signal, { path, seconds, memory: 64 }, hostileSet);
  return { reducing, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

const LOOPS = 'console.log("looking"); export default () => { for (;;); }';

test('runs a script, tells what it prints and what it made of the readable rows', async () => {
  await using one = await begun('console.log("hi"); export default (rows) => rows.length;');
  const { reducing } = one;
  expect(reducing.name).toBe('sum.mjs');
  expect(reducing.quitQuestion()?.title).toContain('in the middle');
  await reducing.run();
  expect(reducing.step.get()).toMatchObject({ step: 'made', reduction: { script: 'sum.mjs', value: 2 } });
  expect(reducing.printed.get()).toEqual(['hi']);
  expect(reducing.quitQuestion()).toBeUndefined();
});

test('is stopped by a person, and by the end of the screen', async () => {
  const controller = new AbortController();
  for (const stop of [(one: Reducing) => one.stop(), () => controller.abort()]) {
    await using one = await begun(LOOPS, { signal: controller.signal });
    const run = one.reducing.run();
    await waitUntil(() => one.reducing.printed.get().length > 0, 15_000);
    stop(one.reducing);
    await run;
    expect(one.reducing.step.get()).toEqual({ step: 'stopped' });
  }
});

test.each([
  ['export default 1;', 20, /its default export is no function/u],
  [LOOPS, 1, /did not end within 1 seconds\.$/u],
])('%s fails with its reason, without advice for a shell', async (source, seconds, problem) => {
  await using one = await begun(source, { seconds });
  await one.reducing.run();
  const step = one.reducing.step.get();
  expect(step).toEqual({ step: 'failed', problem: expect.stringMatching(problem) });
  expect(JSON.stringify(step)).not.toContain('--');
});

test('a script that is not there is told', async () => {
  const script = { path: '/nowhere/at-all.mjs', seconds: 1, memory: 64 };
  const reducing = new Reducing(new AbortController().signal, script, hostileSet);
  await reducing.run();
  expect(reducing.step.get()).toMatchObject({ step: 'failed', problem: expect.stringContaining('/nowhere') });
});
